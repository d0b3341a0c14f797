-- A bad row is a shape of the map whose code is not in countries.csv.
SELECT
    concat('world_', scale, '_un.topo.json') AS file,
    NULL AS row,
    'id' AS "column",
    country AS value,
    'This shape has no name. Add a row with its code to countries.csv.' AS problem
FROM shapes
WHERE
    country NOT IN (
        SELECT alpha_3 FROM countries_csv
        WHERE alpha_3 IS NOT NULL
    )
GROUP BY scale, country
ORDER BY scale, country
