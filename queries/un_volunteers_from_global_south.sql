-- One row per statement on UN Volunteers from the Global South, worldwide; the newest first, all before some of
-- them. role: the newest.
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
    measure IN (
        'south_share_pct', 'un_volunteers_from_south', 'national_un_volunteers_from_south', 'south_south_un_volunteers'
    )
    AND corroborates IS NULL
ORDER BY
    max(date_trunc('month', period_to)) OVER (PARTITION BY measure) DESC NULLS LAST,
    max(period_from) OVER (PARTITION BY measure) DESC NULLS LAST,
    measure <> 'un_volunteers_from_south' ASC,
    measure ASC,
    period_to DESC NULLS LAST,
    period_from DESC NULLS LAST,
    world_region ASC NULLS FIRST,
    place ASC,
    claim ASC
