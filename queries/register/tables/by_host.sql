-- One row per year and host country, and one per host country over all years (year is null).
SELECT
    'by_host' AS "table",
    year,
    'host' AS dimension,
    host AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, host), (host))
