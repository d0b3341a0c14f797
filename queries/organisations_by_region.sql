-- One row per local statement on volunteer organisations, actions, who took part or the make-up of volunteers in one
-- region of Kazakhstan: organisations first; in the alphabet of $lang.
SELECT
    claims,
    measure,
    region,
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
    count(DISTINCT region) OVER () AS published
FROM statements AS s
LEFT JOIN alphabet AS a ON s.region = a.place
WHERE
    measure IN ('local_organisations', 'local_events', 'local_participants', 'local_women_share_pct')
    AND corroborates IS NULL
ORDER BY
    measure <> 'local_organisations',
    measure,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END,
    period_from,
    claim
