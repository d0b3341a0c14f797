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
    CASE
        WHEN
            period_to IS NOT NULL
            AND rank() OVER (
                PARTITION BY measure
                ORDER BY date_trunc('month', period_to) DESC NULLS LAST, period_from DESC NULLS LAST
            ) = 1
            THEN 'newest'
    END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure IN ('monthly_volunteers', 'monthly_volunteers_pct')
    AND corroborates IS NULL
ORDER BY measure ASC, period_to DESC NULLS LAST, place ASC, claim ASC
