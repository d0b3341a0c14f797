-- One row per scope, year and home region, _U where it is not stated, and one per scope and region over all years (year
-- is null).
SELECT
    'by_region' AS "table",
    scope,
    year,
    'region' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        region AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, region, volunteer), (scope, region, volunteer))
) AS volunteers
GROUP BY scope, year, code
