-- A bad row is a source without publisher.
SELECT
    'sources.csv' AS file,
    row,
    'publisher' AS "column",
    publisher AS value,
    'A source needs its publisher. Write it as the source does.' AS problem
FROM sources_csv
WHERE publisher IS NULL
ORDER BY row
