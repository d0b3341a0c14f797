-- One row per year and category of volunteer, and one per category of volunteer over all years (year is null).
SELECT
    'by_category' AS "table",
    year,
    'category' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        category AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, category, volunteer), (category, volunteer))
) AS volunteers
GROUP BY year, code
