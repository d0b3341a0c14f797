-- A bad row is a claim whose to_precision is not year, month or day.
SELECT
    'claims.csv' AS file,
    row,
    'to_precision' AS "column",
    to_precision AS value,
    'No such precision. Write year, month or day.' AS problem
FROM claims
WHERE to_precision NOT IN ('year', 'month', 'day')
ORDER BY row
