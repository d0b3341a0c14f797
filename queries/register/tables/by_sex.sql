-- One row per scope, year and sex, _U where it is not stated, and one per scope and sex over all years (year is null).
SELECT
    'by_sex' AS "table",
    scope,
    year,
    'sex' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        sex AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, sex, volunteer), (scope, sex, volunteer))
) AS volunteers
GROUP BY scope, year, code
