-- One row per further statement on UN Volunteers worldwide: those who serve at home or are paid for by a government,
-- and their number over a part of a year or more than a year; the newest first. role: the newest of all regions.
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
        measure IN ('national_share_pct', 'fully_funded_un_volunteers')
        OR (measure = 'national_un_volunteers' AND origin IS NULL)
        OR (measure = 'un_volunteers' AND origin IS NULL AND period_to - period_from NOT BETWEEN 364 AND 365)
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
