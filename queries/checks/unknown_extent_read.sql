-- A bad row is a source without a known word for how much of it was read.
SELECT
    'sources.csv' AS file,
    row,
    'read' AS "column",
    read AS value,
    'A source was read whole or part. Write one of the two.' AS problem
FROM sources
WHERE
    read IS NULL
    OR read NOT IN ('whole', 'part')
ORDER BY row
