-- One row per year, and one over all years (year is null): the totals of the other tables.
SELECT
    'by_year' AS "table",
    year,
    NULL::VARCHAR AS dimension,
    NULL::VARCHAR AS code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, volunteer), (volunteer))
) AS volunteers
GROUP BY year
