-- A bad row is a claim that repeats itself.
SELECT
    'claims.csv' AS file,
    row,
    'corroborates' AS "column",
    corroborates AS value,
    'A claim cannot repeat itself. Write the id of the one that it repeats, or nothing.' AS problem
FROM claims
WHERE corroborates = claim
ORDER BY row
