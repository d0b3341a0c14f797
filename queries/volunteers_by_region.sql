-- One row per local statement on the volunteers of one region of Kazakhstan, each by a definition of its own, in the
-- alphabet of $lang.
SELECT
    s.region,
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
    s.tension,
    s.said_by,
    s.publisher,
    s.said_in,
    s.language,
    s.published_on,
    s.repeated_by,
    s.sources,
    s.status,
    NULL AS role,
    count(DISTINCT s.region) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.region = a.place
WHERE
    s.measure = 'local_volunteers'
    AND s.region IS NOT NULL
    AND s.corroborates IS NULL
ORDER BY
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END,
    s.region,
    s.period_from NULLS LAST,
    s.period_to,
    s.claim
