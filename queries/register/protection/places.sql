-- One row per place in the tables, which has people, their assignments and their days; and whether in truth nobody has
-- two assignments there, as somebody may take for granted.
SELECT
    p.cell AS people,
    a.cell AS assignments,
    d.cell AS volunteer_days,
    p.value = a.value AS once
FROM cells AS p
INNER JOIN cells AS a
    ON
        p."table" = a."table" AND p.scope = a.scope
        AND p.year IS NOT DISTINCT FROM a.year AND p.code IS NOT DISTINCT FROM a.code
INNER JOIN cells AS d
    ON
        p."table" = d."table" AND p.scope = d.scope
        AND p.year IS NOT DISTINCT FROM d.year AND p.code IS NOT DISTINCT FROM d.code
WHERE p.measure = 'people' AND a.measure = 'assignments' AND d.measure = 'volunteer_days'
ORDER BY p.cell
