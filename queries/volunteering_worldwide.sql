-- One row per modelled estimate of volunteering worldwide. role: the newest of each measure.
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
    CASE WHEN newest_of(measure, period_from, period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure IN ('monthly_volunteers', 'monthly_volunteers_pct')
    AND corroborates IS NULL
ORDER BY measure ASC, period_to DESC NULLS LAST, place ASC, claim ASC
