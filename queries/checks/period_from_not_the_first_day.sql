-- A bad row is a claim whose period does not start on the first day of its year or month.
SELECT
    'claims.csv' AS file,
    row,
    'period_from' AS "column",
    strftime(period_from, '%Y-%m-%d') AS value,
    'A year starts on 1 January, a month on its first day. Write that day, or day as the precision.' AS problem
FROM claims
WHERE
    from_precision IN ('year', 'month')
    AND period_from <> date_trunc(from_precision, period_from)
ORDER BY row
