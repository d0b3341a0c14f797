-- A bad row is a claim said by somebody who is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'said_by' AS "column",
    said_by AS value,
    'No such speaker. Use a code of the catalogue, or add it there first.' AS problem
FROM claims
WHERE
    said_by NOT IN (
        SELECT code FROM codes
        WHERE list = 'speakers'
    )
ORDER BY row
