-- A bad row is a shape of the map whose code is not in places.csv.
SELECT
    concat('world_', scale, '_un.topo.json') AS file,
    NULL AS row,
    'id' AS "column",
    country AS value,
    'This shape has no name. Add a row with its code to dashboard/locale/places.csv.' AS problem
FROM shapes
WHERE
    country NOT IN (
        SELECT code FROM codes
        WHERE list = 'countries'
    )
GROUP BY scale, country
ORDER BY scale, country
