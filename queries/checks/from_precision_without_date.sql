-- A bad row is a claim that has from_precision but no period_from.
SELECT
    'claims.csv' AS file,
    row,
    'period_from' AS "column",
    period_from AS value,
    'A precision needs its date. Write the date, or leave both empty.' AS problem
FROM claims_csv
WHERE period_from IS NULL AND from_precision IS NOT NULL
ORDER BY row
