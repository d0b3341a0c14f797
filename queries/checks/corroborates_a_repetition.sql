-- A bad row is a claim that repeats a claim that itself repeats another.
SELECT
    'claims.csv' AS file,
    claims.row,
    'corroborates' AS "column",
    claims.corroborates AS value,
    'The claim named here repeats another one itself. Name that other one.' AS problem
FROM claims
INNER JOIN claims AS first_told ON claims.corroborates = first_told.claim
WHERE
    first_told.corroborates IS NOT NULL
    AND first_told.claim <> claims.claim
ORDER BY claims.row, first_told.row
