-- A bad row is a claim whose period_from is not a day of the calendar, written as 2024-07-01.
SELECT
    'claims.csv' AS file,
    row,
    'period_from' AS "column",
    period_from AS value,
    'This is not a date of the calendar. Write it as 2024-07-01.' AS problem
FROM claims_csv
WHERE
    NOT regexp_full_match(period_from, '[0-9]{4}-[0-9]{2}-[0-9]{2}')
    OR (period_from IS NOT NULL AND try_cast(period_from AS DATE) IS NULL)
ORDER BY row
