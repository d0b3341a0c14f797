-- One row per scope and year, and one per scope over all years (year is null): the totals of the other tables.
SELECT
    'by_year' AS "table",
    scope,
    year,
    NULL::VARCHAR AS dimension,
    NULL::VARCHAR AS code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, volunteer), (scope, volunteer))
) AS volunteers
GROUP BY scope, year
