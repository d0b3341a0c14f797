-- One row per year and programme, and one per programme over all years (year is null).
SELECT
    'by_programme' AS "table",
    year,
    'programme' AS dimension,
    programme AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, programme), (programme))
