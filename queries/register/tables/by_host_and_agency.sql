-- One row per host country abroad and agency over all years; the code joins the two with a dot, as keys of SDMX do.
SELECT
    'by_host_and_agency' AS "table",
    scope,
    NULL::INTEGER AS year,
    'host.agency' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        scope,
        host || '.' || agency AS code,
        volunteer,
        max(started) AS began,
        sum(started) AS starts,
        sum(days) AS days
    FROM service
    WHERE scope = 'abroad'
    GROUP BY scope, host, agency, volunteer
) AS volunteers
GROUP BY scope, code
