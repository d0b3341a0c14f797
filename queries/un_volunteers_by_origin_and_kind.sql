-- One row per statement on UN Volunteers of one kind from a country other than Kazakhstan: those sent by its
-- government, those who serve at home or abroad; of each kind the largest first, or in the alphabet of $lang, then
-- those on a day or over more than a year, which are not comparable. role: the newest of those sent by a government.
SELECT
    s.claims,
    s.measure,
    s.origin,
    s.world_region,
    s.sex,
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
    s.kind = 'flow' AND coalesce(s.period_to < s.period_from + INTERVAL 1 YEAR, FALSE) AS comparable,
    CASE WHEN s.measure = 'placements' AND newest_of(s.measure, s.period_from, s.period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    s.measure IN (
        'national_un_volunteers', 'international_un_volunteers', 'placements', 'funded_assignments'
    )
    AND s.origin <> 'KAZ'
    AND s.corroborates IS NULL
ORDER BY
    s.measure DESC,
    comparable DESC,
    s.value DESC,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    s.origin ASC,
    s.period_to DESC NULLS LAST,
    s.claim ASC
