-- A bad row is a claim made in a language that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'said_in' AS "column",
    said_in AS value,
    'No such language. Write its code of ISO 639-1, and add it to the catalogue first.' AS problem
FROM claims
WHERE
    said_in NOT IN (
        SELECT code FROM codes
        WHERE list = 'languages'
    )
ORDER BY row
