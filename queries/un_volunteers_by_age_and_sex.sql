-- One row per further statement on age, sex and disabilities of UN Volunteers worldwide; the newest first. role: the
-- newest of all regions.
SELECT
    claims,
    measure,
    world_region,
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
    CASE WHEN world_region IS NULL AND newest_of(world_region, period_from, period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    (
        measure IN (
            'youth_share_pct', 'un_volunteers_under_29', 'un_volunteers_aged_60_plus', 'average_age',
            'un_volunteers_with_disabilities'
        )
        OR (measure = 'women_share_pct' AND world_region IS NOT NULL)
    )
    AND corroborates IS NULL
ORDER BY
    max(date_trunc('month', period_to)) OVER (PARTITION BY measure) DESC NULLS LAST,
    max(period_from) OVER (PARTITION BY measure) DESC NULLS LAST,
    measure ASC,
    period_to DESC NULLS LAST,
    period_from DESC NULLS LAST,
    world_region ASC NULLS FIRST,
    place ASC,
    claim ASC
