-- One row per statement on volunteers of national programmes (not UN Volunteers): in Kazakhstan, its neighbours and
-- worldwide.
SELECT
    claims,
    measure,
    origin,
    hosts,
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
    measure = 'bilateral_volunteers'
    AND corroborates IS NULL
ORDER BY
    bool_or('KAZ' IN hosts) OVER (PARTITION BY origin) DESC,
    origin ASC,
    'KAZ' IN hosts DESC,
    kind DESC,
    period_to ASC,
    place ASC,
    claim ASC
