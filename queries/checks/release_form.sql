-- A bad row is a release without a date or without a sentence that says what changed.
SELECT
    'releases.csv' AS file,
    row,
    'as_of' AS "column",
    as_of AS value,
    'A release needs a date (2024, 2024-06 or 2024-06-01) and a sentence on what changed.' AS problem
FROM releases_csv
WHERE
    as_of IS NULL
    OR change IS NULL
    OR NOT regexp_full_match(as_of, '[0-9]{4}(-[0-9]{2}){0,2}')
ORDER BY row
