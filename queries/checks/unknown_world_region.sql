-- A bad row is a claim about a region of the world that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    row,
    'world_region' AS "column",
    world_region AS value,
    'No such region of the world. Use a code of the catalogue, or add it there first.' AS problem
FROM claims
WHERE
    world_region NOT IN (
        SELECT code FROM codes
        WHERE list = 'world_regions'
    )
ORDER BY row
