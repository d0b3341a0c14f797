-- A bad row is a source without title.
SELECT
    'sources.csv' AS file,
    row,
    'title' AS "column",
    title AS value,
    'A source needs its title. Write it as the source does.' AS problem
FROM sources_csv
WHERE title IS NULL
ORDER BY row
