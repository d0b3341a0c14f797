-- One row per total, kind of its parts and part, and whether these parts are known to add up to the total. Assignments
-- and days always do. People do where in truth nobody is in two of the parts: who takes that for granted is right then,
-- and has to be reckoned with. Years before and after a span are its companions in the total of all years.
WITH grouped AS (
    SELECT
        p.total,
        p.added_over || ' ' || c."table" AS kind,
        p.cell
    FROM parts AS p
    INNER JOIN cells AS c ON p.cell = c.cell
    UNION ALL
    SELECT
        totals.cell AS total,
        'around ' || s.code AS kind,
        c.cell
    FROM spans AS s
    INNER JOIN cells AS totals
        ON totals.scope = 'abroad' AND totals.dimension = 'programme' AND s.programme = totals.code
    INNER JOIN cells AS c
        ON
            totals.scope = c.scope AND totals.measure = c.measure AND (
                (c.dimension = 'span.programme' AND s.code = c.code)
                OR (
                    c.dimension = 'programme' AND s.programme = c.code
                    AND c.year NOT BETWEEN s.first_year AND s.last_year
                )
            )
    WHERE totals.year IS NULL
)

SELECT
    g.total,
    g.kind,
    g.cell,
    c.measure <> 'people' OR sum(c.value) OVER (PARTITION BY g.total, g.kind) = t.value AS adds_up
FROM grouped AS g
INNER JOIN cells AS c ON g.cell = c.cell
INNER JOIN cells AS t ON g.total = t.cell
ORDER BY g.total, g.kind, g.cell
