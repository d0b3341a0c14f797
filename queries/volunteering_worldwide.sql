-- One row per modelled estimate of volunteering worldwide.
SELECT
    claims,
    measure,
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
    measure IN ('monthly_volunteers', 'monthly_volunteers_pct')
    AND corroborates IS NULL
ORDER BY measure, period_to, place, claim
