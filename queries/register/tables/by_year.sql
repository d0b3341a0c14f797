-- One row per year, and one over all years (year is null): the totals of the other tables.
SELECT
    'by_year' AS "table",
    year,
    NULL::VARCHAR AS dimension,
    NULL::VARCHAR AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY GROUPING SETS ((year), ())
HAVING count(*) > 0
