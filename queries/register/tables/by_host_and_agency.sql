-- One row per host country and agency over all years; the code joins the two with a dot, as keys of SDMX do.
SELECT
    'by_host_and_agency' AS "table",
    NULL::INTEGER AS year,
    'host.agency' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        host || '.' || agency AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    GROUP BY host, agency, volunteer
) AS volunteers
GROUP BY code
