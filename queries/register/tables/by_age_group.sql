-- One row per scope, year and age group at the start, _U where it is not stated, and one per scope and age group over
-- all years (year is null).
SELECT
    'by_age_group' AS "table",
    scope,
    year,
    'age_group' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        year,
        age_group AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((scope, year, age_group, volunteer), (scope, age_group, volunteer))
) AS volunteers
GROUP BY scope, year, code
