-- A bad row is a claim that has period_from but not how precise it is.
SELECT
    'claims.csv' AS file,
    row,
    'from_precision' AS "column",
    from_precision AS value,
    'A date needs its precision. Write year, month or day, as the source says it.' AS problem
FROM claims_csv
WHERE period_from IS NOT NULL AND from_precision IS NULL
ORDER BY row
