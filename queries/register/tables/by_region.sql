-- One row per year and home region, _U where it is not stated, and one per home region over all years (year is null).
SELECT
    'by_region' AS "table",
    year,
    'region' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        region AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, region, volunteer), (region, volunteer))
) AS volunteers
GROUP BY year, code
