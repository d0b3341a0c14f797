-- One row per scope, year and programme, and one per scope and programme over all years (year is null).
SELECT
    'by_programme' AS "table",
    scope,
    year,
    'programme' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        programme AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, programme, volunteer), (scope, programme, volunteer))
) AS volunteers
GROUP BY scope, year, code
