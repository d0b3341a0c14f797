-- A bad row is a source of which it is not said whether it is official.
SELECT
    'sources.csv' AS file,
    row,
    'official' AS "column",
    official AS value,
    'Write true for a body of a state or of the United Nations, else false.' AS problem
FROM sources_csv
WHERE official IS NULL OR official NOT IN ('true', 'false')
ORDER BY row
