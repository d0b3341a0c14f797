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
    sources,
    status
FROM statements
WHERE
    measure = 'contributions_usd'
    AND corroborates IS NULL
ORDER BY origin, period_from, place, claim
