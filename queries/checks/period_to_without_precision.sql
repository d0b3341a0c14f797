-- A bad row is a claim that has period_to but not how precise it is.
SELECT
    'claims.csv' AS file,
    row,
    'to_precision' AS "column",
    to_precision AS value,
    'A date needs its precision. Write year, month or day, as the source says it.' AS problem
FROM claims_csv
WHERE period_to IS NOT NULL AND to_precision IS NULL
ORDER BY row
