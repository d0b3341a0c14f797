-- A bad row is a claim whose tension code holds more than capitals, digits and hyphens.
SELECT
    'claims.csv' AS file,
    row,
    'tension' AS "column",
    tension AS value,
    'A code is made of the capitals A to Z, digits and single hyphens. Write one.' AS problem
FROM claims_csv
WHERE NOT regexp_full_match(tension, '[A-Z0-9]+(-[A-Z0-9]+)*')
ORDER BY row
