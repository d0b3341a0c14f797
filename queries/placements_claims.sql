-- One row per statement on volunteers sent abroad with government funding: the number, who said it, when and in which
-- language; repetitions included, the newest first. role: the newest over a period.
SELECT
    claims,
    measure,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    hosts,
    agencies,
    world_region,
    sex,
    corroborates,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    repeated_by,
    sources,
    status,
    CASE
        WHEN
            kind = 'flow' AND corroborates IS NULL
            AND newest_of((kind, corroborates IS NULL), period_from, period_to)
            THEN 'newest'
    END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure = 'placements'
    AND origin = 'KAZ'
ORDER BY
    period_to DESC NULLS LAST,
    period_from DESC NULLS LAST,
    corroborates ASC NULLS FIRST,
    place ASC,
    claim ASC
