-- A bad row is a source whose id is missing or holds more than capitals, digits and hyphens.
SELECT
    'sources.csv' AS file,
    row,
    'source' AS "column",
    source AS value,
    'An id is made of the capitals A to Z, digits and single hyphens. Write one.' AS problem
FROM sources_csv
WHERE
    source IS NULL
    OR NOT regexp_full_match(source, '[A-Z0-9]+(-[A-Z0-9]+)*')
ORDER BY row
