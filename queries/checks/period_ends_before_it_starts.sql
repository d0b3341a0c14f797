-- A bad row is a claim whose period ends before it starts.
SELECT
    'claims.csv' AS file,
    row,
    'period_to' AS "column",
    strftime(period_to, '%Y-%m-%d') AS value,
    'The period ends before it starts. Set the two dates right.' AS problem
FROM claims
WHERE period_to < period_from
ORDER BY row
