-- A bad row is a claim whose period_to is not a day of the calendar, written as 2024-07-01.
SELECT
    'claims.csv' AS file,
    row,
    'period_to' AS "column",
    period_to AS value,
    'This is not a date of the calendar. Write it as 2024-07-01.' AS problem
FROM claims_csv
WHERE
    NOT regexp_full_match(period_to, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
    OR (period_to IS NOT NULL AND try_cast(period_to AS DATE) IS NULL)
ORDER BY row
