-- A bad row is a claim whose source is missing or not in sources.csv.
SELECT
    'claims.csv' AS file,
    row,
    'source' AS "column",
    source AS value,
    'No such source in sources.csv. Add it there, or set the id right.' AS problem
FROM claims
WHERE
    source IS NULL
    OR source NOT IN (
        SELECT source FROM sources_csv
        WHERE source IS NOT NULL
    )
ORDER BY row
