-- A bad row is a claim of a dispute that reaches over several regions.
SELECT
    'claims.csv' AS file,
    row,
    'region' AS "column",
    region AS value,
    'The claims of this dispute differ here, so they are unlike. Make it a tension instead.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT coalesce(region, '')) OVER (PARTITION BY dispute) > 1
ORDER BY row
