-- A bad row is a claim of a dispute that reaches over several measures.
SELECT
    'claims.csv' AS file,
    row,
    'measure' AS "column",
    measure AS value,
    'The claims of this dispute differ here, so they are unlike. Make it a tension instead.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT coalesce(measure, '')) OVER (PARTITION BY dispute) > 1
ORDER BY row
