-- One row per scope, year and agency, and one per scope and agency over all years (year is null).
SELECT
    'by_agency' AS "table",
    scope,
    year,
    'agency' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        agency AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, agency, volunteer), (scope, agency, volunteer))
) AS volunteers
GROUP BY scope, year, code
