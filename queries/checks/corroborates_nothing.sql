-- A bad row is a claim that repeats a claim that does not exist.
SELECT
    'claims.csv' AS file,
    row,
    'corroborates' AS "column",
    corroborates AS value,
    'No such claim. Write the id of the claim that this one repeats, or leave the cell empty.' AS problem
FROM claims
WHERE
    corroborates NOT IN (
        SELECT claim FROM claims_csv
        WHERE claim IS NOT NULL
    )
ORDER BY row
