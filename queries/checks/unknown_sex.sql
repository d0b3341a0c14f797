-- A bad row is a claim about a sex that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'sex' AS "column",
    sex AS value,
    'No such code for sex. Use a code of the catalogue, or add it there first.' AS problem
FROM claims
WHERE
    sex NOT IN (
        SELECT code FROM codes
        WHERE list = 'sexes'
    )
ORDER BY row
