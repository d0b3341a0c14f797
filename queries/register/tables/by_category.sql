-- One row per scope, year and category of volunteer, and one per scope and category over all years (year is null).
SELECT
    'by_category' AS "table",
    scope,
    year,
    'category' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        category AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, category, volunteer), (scope, category, volunteer))
) AS volunteers
GROUP BY scope, year, code
