-- One row per statement on the money that a government gave to the UNV programme, in US dollars.
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
    NULL AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure = 'contributions_usd'
    AND corroborates IS NULL
ORDER BY origin, period_from, place, claim
