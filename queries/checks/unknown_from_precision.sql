-- A bad row is a claim whose from_precision is not year, month or day.
SELECT
    'claims.csv' AS file,
    row,
    'from_precision' AS "column",
    from_precision AS value,
    'No such precision. Write year, month or day.' AS problem
FROM claims
WHERE from_precision NOT IN ('year', 'month', 'day')
ORDER BY row
