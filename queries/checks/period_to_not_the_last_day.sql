-- A bad row is a claim whose period does not end on the last day of its year or month.
SELECT
    'claims.csv' AS file,
    row,
    'period_to' AS "column",
    strftime(period_to, '%Y-%m-%d') AS value,
    'A year ends on 31 December, a month on its last day. Write that day, or day as the precision.' AS problem
FROM claims
WHERE
    (to_precision = 'year' AND strftime(period_to, '%m-%d') <> '12-31')
    OR (to_precision = 'month' AND period_to <> last_day(period_to))
ORDER BY row
