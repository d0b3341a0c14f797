-- One row per statement on volunteers of other states' programmes (not UN Volunteers) worldwide, the largest number on
-- a day first; then totals over years and those in one country, which are not comparable, in the alphabet of $lang.
-- role: the largest on a day.
SELECT
    s.claims,
    s.measure,
    s.origin,
    s.hosts,
    s.value,
    s.qualifier,
    s.kind,
    s.period_from,
    s.period_to,
    s.from_precision,
    s.to_precision,
    s.dispute,
    s.tension,
    s.said_by,
    s.publisher,
    s.said_in,
    s.language,
    s.published_on,
    s.repeated_by,
    s.sources,
    s.status,
    s.kind = 'stock' AND len(s.hosts) = 0 AS comparable,
    CASE
        WHEN
            comparable
            AND s.period_to IS NOT NULL
            AND rank() OVER (PARTITION BY comparable ORDER BY s.most DESC) = 1
            THEN 'largest'
    END AS role,
    count(*) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    s.measure = 'bilateral_volunteers'
    AND s.hosts <> ['KAZ']
    AND s.corroborates IS NULL
ORDER BY
    comparable DESC,
    CASE WHEN comparable THEN s.value END DESC,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    s.origin ASC,
    s.period_to DESC NULLS LAST,
    s.period_from DESC NULLS LAST,
    s.place ASC,
    s.claim ASC
