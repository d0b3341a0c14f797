-- One row per local statement on the volunteers of one region of Kazakhstan, in the alphabet of $lang; a region without
-- one shows its count of participants, else of organisations. Each is by a definition of its own.
WITH local AS (
    SELECT
        s.claims,
        s.measure,
        s.region,
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
        s.claim
    FROM statements AS s
    WHERE
        s.measure IN ('local_volunteers', 'local_participants', 'local_organisations')
        AND s.region IS NOT NULL
        AND s.corroborates IS NULL
    QUALIFY dense_rank() OVER (
        PARTITION BY s.region
        ORDER BY CASE s.measure WHEN 'local_volunteers' THEN 1 WHEN 'local_participants' THEN 2 ELSE 3 END
    ) = 1
)

SELECT
    l.region,
    l.measure,
    l.claims,
    l.value,
    l.qualifier,
    l.kind,
    l.period_from,
    l.period_to,
    l.from_precision,
    l.to_precision,
    l.dispute,
    l.tension,
    l.said_by,
    l.publisher,
    l.said_in,
    l.language,
    l.published_on,
    l.repeated_by,
    l.sources,
    l.status,
    NULL AS role,
    count(DISTINCT l.region) OVER () AS published
FROM local AS l
LEFT JOIN alphabet AS a ON l.region = a.place
ORDER BY
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END,
    l.region,
    l.period_from NULLS LAST,
    l.period_to,
    l.claim
