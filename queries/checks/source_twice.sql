-- A bad row is a source whose id stands in an earlier row too.
SELECT
    'sources.csv' AS file,
    row,
    'source' AS "column",
    source AS value,
    'This id stands in an earlier row too. Give each row its own.' AS problem
FROM sources_csv
WHERE source IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY source ORDER BY row) > 1
ORDER BY row
