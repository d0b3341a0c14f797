-- One row per year and host country, and one per host country over all years (year is null).
SELECT
    'by_host' AS "table",
    year,
    'host' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        host AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, host, volunteer), (host, volunteer))
) AS volunteers
GROUP BY year, code
