-- One row per year and host country abroad, and one per host country over all years (year is null).
SELECT
    'by_host' AS "table",
    scope,
    year,
    'host' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        host AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    WHERE scope = 'abroad'
    GROUP BY GROUPING SETS ((scope, year, host, volunteer), (scope, host, volunteer))
) AS volunteers
GROUP BY scope, year, code
