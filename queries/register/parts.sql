-- One row per cell and total of which it is a part: of its year, of its code over all years, of its host or agency, of
-- a span of years.
-- Parts of assignments and volunteer-days add up to the total; of people they are at least the total, none is above it.
-- No total spans both scopes.
SELECT
    parts.cell,
    totals.cell AS total,
    parts.measure,
    'code' AS added_over
FROM cells AS parts
INNER JOIN cells AS totals
    ON
        parts.scope = totals.scope AND parts.measure = totals.measure
        AND parts.year IS NOT DISTINCT FROM totals.year
WHERE parts.dimension NOT IN ('host.agency', 'span.programme') AND totals.dimension IS NULL
UNION ALL
SELECT
    parts.cell,
    totals.cell AS total,
    parts.measure,
    'year' AS added_over
FROM cells AS parts
INNER JOIN cells AS totals
    ON
        parts.scope = totals.scope AND parts.measure = totals.measure AND parts."table" = totals."table"
        AND parts.code IS NOT DISTINCT FROM totals.code
WHERE parts.year IS NOT NULL AND totals.year IS NULL
UNION ALL
SELECT
    parts.cell,
    totals.cell AS total,
    parts.measure,
    CASE totals.dimension WHEN 'host' THEN 'agency' ELSE 'host' END AS added_over
FROM cells AS parts
INNER JOIN cells AS totals
    ON
        parts.scope = totals.scope AND parts.measure = totals.measure AND (
            (totals.dimension = 'host' AND starts_with(parts.code, totals.code || '.'))
            OR (totals.dimension = 'agency' AND ends_with(parts.code, '.' || totals.code))
        )
WHERE parts.dimension = 'host.agency' AND totals.year IS NULL
UNION ALL
SELECT
    parts.cell,
    totals.cell AS total,
    parts.measure,
    'span' AS added_over
FROM cells AS totals
INNER JOIN spans ON totals.code = spans.code
INNER JOIN cells AS parts
    ON
        totals.scope = parts.scope AND totals.measure = parts.measure
        AND parts.dimension = 'programme' AND spans.programme = parts.code
        AND parts.year BETWEEN spans.first_year AND spans.last_year
WHERE totals.dimension = 'span.programme'
ORDER BY cell, total
