-- A bad row is a claim about a region of Kazakhstan that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'region' AS "column",
    region AS value,
    'No such region of Kazakhstan. Write its code of ISO 3166-2, as KZ-71.' AS problem
FROM claims
WHERE
    region NOT IN (
        SELECT code FROM codes
        WHERE list = 'regions'
    )
ORDER BY row
