-- One row per statement on the UN Volunteers of all origins, or of one, who serve in a country, in the alphabet of
-- $lang; Kazakhstan as host without a published total is a row of its own (O). role: the newest total of a country, and
-- that of Kazakhstan.
WITH stated AS (
    SELECT
        hosts,
        origin,
        measure,
        claims,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        dispute,
        agencies,
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
        sources,
        status,
        claim,
        CASE
            WHEN
                measure = 'un_volunteers_in_host'
                AND origin IS NULL
                AND newest_of((measure, origin IS NULL, hosts = ['KAZ']), period_from, period_to)
                THEN if(hosts = ['KAZ'], 'home', 'newest')
        END AS role
    FROM statements
    WHERE
        measure IN ('un_volunteers_in_host', 'international_un_volunteers')
        AND corroborates IS NULL
        AND len(hosts) > 0
)

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
    s.said_by,
    s.publisher,
    s.said_in,
    s.language,
    s.published_on,
    s.repeated_by,
    s.sources,
    s.status,
    s.role,
    count(*) OVER () AS published,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END AS place,
    s.claim AS tie
FROM stated AS s
LEFT JOIN alphabet AS a ON s.hosts[1] = a.place
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
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    [] AS sources,
    'O' AS status,
    'home' AS role,
    (SELECT count(*) FROM stated) AS published,
    NULL AS place,
    '' AS tie
WHERE
    NOT EXISTS (
        SELECT 1
        FROM statements AS s
        WHERE s.measure = 'un_volunteers_in_host' AND s.hosts = ['KAZ'] AND s.origin IS NULL
    )
ORDER BY measure DESC, hosts <> ['KAZ'], place ASC, origin ASC NULLS FIRST, period_to DESC NULLS LAST, tie ASC
