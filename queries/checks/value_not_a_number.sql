-- A bad row is a claim whose value is missing or not a plain number.
SELECT
    'claims.csv' AS file,
    row,
    'value' AS "column",
    value,
    'This is not a plain number. Write digits, and a point before decimals: 1000 or 34.5.' AS problem
FROM claims_csv
WHERE
    value IS NULL
    OR NOT regexp_full_match(value, '-?(0|[1-9][0-9]*)(\.[0-9]+)?')
ORDER BY row
