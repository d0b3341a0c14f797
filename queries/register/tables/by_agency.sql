-- One row per year and agency, and one per agency over all years (year is null).
SELECT
    'by_agency' AS "table",
    year,
    'agency' AS dimension,
    agency AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, agency), (agency))
