-- A bad row is a claim that repeats a claim on another measure.
SELECT
    'claims.csv' AS file,
    claims.row,
    'corroborates' AS "column",
    claims.corroborates AS value,
    'The claim named here is on another measure. Set one of the two right.' AS problem
FROM claims
INNER JOIN claims AS first_told ON claims.corroborates = first_told.claim
WHERE first_told.measure <> claims.measure
ORDER BY claims.row, first_told.row
