-- One row per statement on all UN Volunteers of one country of origin other than Kazakhstan: the newest period first,
-- in it the largest, or in the alphabet of $lang; those on a day or over more than a year are not comparable. role: the
-- newest.
SELECT
    s.claims,
    s.measure,
    s.origin,
    s.hosts,
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
    CASE WHEN newest_of(TRUE, s.period_from, s.period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    s.measure = 'un_volunteers'
    AND s.origin <> 'KAZ'
    AND s.corroborates IS NULL
ORDER BY
    s.period_to DESC NULLS LAST,
    s.period_from DESC NULLS LAST,
    s.value DESC,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    s.origin ASC,
    s.claim ASC
