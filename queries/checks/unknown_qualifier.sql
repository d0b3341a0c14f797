-- A bad row is a claim whose qualifier is missing or unknown.
SELECT
    'claims.csv' AS file,
    row,
    'qualifier' AS "column",
    qualifier AS value,
    'No such qualifier. Write exact, at_least, over, almost or about.' AS problem
FROM claims
WHERE
    qualifier IS NULL
    OR qualifier NOT IN ('exact', 'at_least', 'over', 'almost', 'about')
ORDER BY row
