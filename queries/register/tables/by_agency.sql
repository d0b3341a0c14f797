-- One row per year and agency, and one per agency over all years (year is null).
SELECT
    'by_agency' AS "table",
    year,
    'agency' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        year,
        agency AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY GROUPING SETS ((year, agency, volunteer), (agency, volunteer))
) AS volunteers
GROUP BY year, code
