-- One row per statement on volunteers of other states' programmes (not UN Volunteers) in Kazakhstan, in the alphabet
-- of $lang, of each state the newest first. role: the newest.
SELECT
    s.claims,
    s.measure,
    s.origin,
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
    CASE WHEN newest_of(TRUE, s.period_from, s.period_to) THEN 'home' END AS role,
    count(*) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    s.measure = 'bilateral_volunteers'
    AND s.hosts = ['KAZ']
    AND s.corroborates IS NULL
ORDER BY
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    s.origin ASC,
    s.period_to DESC NULLS LAST,
    s.period_from DESC NULLS LAST,
    s.place ASC,
    s.claim ASC
