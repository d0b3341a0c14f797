-- One row per year and home region, _U where it is not stated, and one per home region over all years (year is null).
SELECT
    'by_region' AS "table",
    year,
    'region' AS dimension,
    region AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, region), (region))
