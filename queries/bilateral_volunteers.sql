-- One row per statement on volunteers of national programmes (not UN Volunteers): in Kazakhstan, its neighbours and
-- worldwide; who sends to Kazakhstan first, then in the alphabet of $lang. role: the newest in Kazakhstan.
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
    CASE
        WHEN
            'KAZ' IN hosts
            AND period_to IS NOT NULL
            AND rank() OVER (
                PARTITION BY 'KAZ' IN hosts
                ORDER BY date_trunc('month', period_to) DESC NULLS LAST, period_from DESC NULLS LAST
            ) = 1
            THEN 'home'
    END AS role,
    count(*) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    measure = 'bilateral_volunteers'
    AND corroborates IS NULL
ORDER BY
    bool_or('KAZ' IN hosts) OVER (PARTITION BY origin) DESC,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    origin ASC,
    'KAZ' IN hosts DESC,
    period_to DESC NULLS LAST,
    period_from DESC NULLS LAST,
    s.place ASC,
    claim ASC
