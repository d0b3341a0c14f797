-- One row per statement on the money that a government gave to the UNV programme, in US dollars: the government that
-- gave most first. role: the largest.
SELECT
    claims,
    measure,
    origin,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE WHEN rank() OVER (ORDER BY most DESC) = 1 THEN 'largest' END AS role
FROM statements
WHERE
    measure = 'contributions_usd'
    AND corroborates IS NULL
ORDER BY
    max(value) OVER (PARTITION BY origin) DESC,
    origin ASC,
    value DESC,
    period_from ASC,
    place ASC,
    claim ASC
