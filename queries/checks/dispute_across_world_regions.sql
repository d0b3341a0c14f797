-- A bad row is a claim of a dispute that reaches over several regions of the world.
SELECT
    'claims.csv' AS file,
    row,
    'world_region' AS "column",
    world_region AS value,
    'The claims of this dispute differ here, so they are unlike. Make it a tension instead.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT coalesce(world_region, '')) OVER (PARTITION BY dispute) > 1
ORDER BY row
