-- One row per host country and agency over all years; the code joins the two with a dot, as keys of SDMX do.
SELECT
    'by_host_and_agency' AS "table",
    NULL::INTEGER AS year,
    'host.agency' AS dimension,
    host || '.' || agency AS code,
    count(DISTINCT CASE WHEN started = 1 THEN volunteer END) AS people,
    sum(started) AS assignments,
    sum(days) AS volunteer_days,
    count(DISTINCT volunteer) AS behind
FROM service
GROUP BY host, agency
