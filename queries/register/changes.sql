-- One row per total that differs between the releases `before` and `after` (year is null: over all years), and one per
-- scope and other table with the number of its cells that differ. A cell that is not there has no status.
WITH differing AS (
    SELECT
        coalesce(a."table", b."table") AS "table",
        coalesce(a.scope, b.scope) AS scope,
        coalesce(a.year, b.year) AS year,
        coalesce(a.measure, b.measure) AS measure,
        b.value AS was,
        b.status AS was_status,
        a.value AS now,
        a.status AS now_status
    FROM before AS b
    FULL JOIN after AS a ON b.cell = a.cell
    WHERE b.value IS DISTINCT FROM a.value OR b.status IS DISTINCT FROM a.status
)

SELECT
    "table",
    scope,
    year,
    measure,
    was,
    was_status,
    now,
    now_status,
    1 AS cells
FROM differing
WHERE "table" = 'by_year'
UNION ALL
SELECT
    "table",
    scope,
    NULL AS year,
    NULL AS measure,
    NULL AS was,
    NULL AS was_status,
    NULL AS now,
    NULL AS now_status,
    count(*)::INTEGER AS cells
FROM differing
WHERE "table" <> 'by_year'
GROUP BY "table", scope
ORDER BY "table" <> 'by_year' ASC, scope ASC, "table" ASC, year ASC NULLS FIRST, measure ASC
