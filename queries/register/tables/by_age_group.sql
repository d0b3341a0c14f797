-- One row per year and age group at the start, _U where it is not stated, and one per age group over all years (year is
-- null).
SELECT
    'by_age_group' AS "table",
    year,
    'age_group' AS dimension,
    age_group AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, age_group), (age_group))
