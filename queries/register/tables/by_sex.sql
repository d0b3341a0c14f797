-- One row per year and sex, _U where it is not stated, and one per sex over all years (year is null).
SELECT
    'by_sex' AS "table",
    year,
    'sex' AS dimension,
    sex AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, sex), (sex))
