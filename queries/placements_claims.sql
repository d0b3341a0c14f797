-- One row per statement on volunteers sent abroad with government funding: the number, who said it, when and in which
-- language; repetitions included.
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
    NULL AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure = 'placements'
    AND origin = 'KAZ'
ORDER BY
    kind DESC,
    period_to ASC NULLS LAST,
    period_from ASC NULLS FIRST,
    corroborates ASC NULLS FIRST,
    place ASC,
    claim ASC
