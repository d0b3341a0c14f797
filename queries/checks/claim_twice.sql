-- A bad row is a claim whose id stands in an earlier row too.
SELECT
    'claims.csv' AS file,
    row,
    'claim' AS "column",
    claim AS value,
    'This id stands in an earlier row too. Give each row its own.' AS problem
FROM claims_csv
WHERE claim IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY claim ORDER BY row) > 1
ORDER BY row
