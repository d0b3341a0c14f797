-- A bad row is a claim whose measure is missing or not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'measure' AS "column",
    measure AS value,
    'No such measure. Use a code of the catalogue, or add it there first.' AS problem
FROM claims
WHERE
    measure IS NULL
    OR measure NOT IN (
        SELECT code FROM codes
        WHERE list = 'measures'
    )
ORDER BY row
