-- One row per statement on the UN Volunteers of all origins, or of one, who serve in a country, in the alphabet of
-- $lang; Kazakhstan as host without a published total is a row of its own (O).
SELECT
    s.hosts,
    s.origin,
    s.measure,
    s.claims,
    s.value,
    s.qualifier,
    s.kind,
    s.period_from,
    s.period_to,
    s.from_precision,
    s.to_precision,
    s.dispute,
    s.agencies,
    s.sources,
    s.status,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END AS place,
    s.claim AS tie
FROM statements AS s
LEFT JOIN alphabet AS a ON s.hosts[1] = a.place
WHERE
    s.measure IN ('un_volunteers_in_host', 'international_un_volunteers')
    AND s.corroborates IS NULL
    AND len(s.hosts) > 0
UNION ALL
SELECT
    ['KAZ'] AS hosts,
    NULL AS origin,
    'un_volunteers_in_host' AS measure,
    [] AS claims,
    NULL AS value,
    NULL AS qualifier,
    NULL AS kind,
    NULL AS period_from,
    NULL AS period_to,
    NULL AS from_precision,
    NULL AS to_precision,
    NULL AS dispute,
    [] AS agencies,
    [] AS sources,
    'O' AS status,
    NULL AS place,
    '' AS tie
WHERE
    NOT EXISTS (
        SELECT 1
        FROM statements AS s
        WHERE s.measure = 'un_volunteers_in_host' AND s.hosts = ['KAZ'] AND s.origin IS NULL
    )
ORDER BY hosts = ['KAZ'], measure DESC, place ASC, origin ASC NULLS FIRST, period_to ASC, tie ASC
