-- One row per year and programme, and one per programme over all years (year is null).
SELECT
    'by_programme' AS "table",
    year,
    'programme' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        programme AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, programme, volunteer), (programme, volunteer))
) AS volunteers
GROUP BY year, code
