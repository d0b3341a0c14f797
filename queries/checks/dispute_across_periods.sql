-- A bad row is a claim of a dispute that reaches over several periods.
SELECT
    'claims.csv' AS file,
    row,
    'period_from' AS "column",
    concat(period_from, '/', period_to) AS value,
    'The claims of this dispute differ here, so they are unlike. Make it a tension instead.' AS problem
FROM claims_csv
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT concat(period_from, '/', period_to)) OVER (PARTITION BY dispute) > 1
ORDER BY row
