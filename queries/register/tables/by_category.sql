-- One row per year and category of volunteer, and one per category of volunteer over all years (year is null).
SELECT
    'by_category' AS "table",
    year,
    'category' AS dimension,
    category AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year, category), (category))
