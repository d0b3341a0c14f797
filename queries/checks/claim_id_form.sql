-- A bad row is a claim whose id is missing or holds more than capitals, digits and hyphens.
SELECT
    'claims.csv' AS file,
    row,
    'claim' AS "column",
    claim AS value,
    'An id is made of the capitals A to Z, digits and single hyphens. Write one.' AS problem
FROM claims_csv
WHERE
    claim IS NULL
    OR NOT regexp_full_match(claim, '[A-Z0-9]+(-[A-Z0-9]+)*')
ORDER BY row
