-- A bad row is a claim about an event that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'event' AS "column",
    event AS value,
    'No such event. Use a code of the catalogue, or add it there first.' AS problem
FROM claims
WHERE
    event NOT IN (
        SELECT code FROM codes
        WHERE list = 'events'
    )
ORDER BY row
