-- A bad row is a claim that has to_precision but no period_to.
SELECT
    'claims.csv' AS file,
    row,
    'period_to' AS "column",
    period_to AS value,
    'A precision needs its date. Write the date, or leave both empty.' AS problem
FROM claims_csv
WHERE period_to IS NULL AND to_precision IS NOT NULL
ORDER BY row
