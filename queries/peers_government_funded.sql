-- One row per statement since 2019 on Kazakhstan and its peers: nationals who served as UN Volunteers, at home and
-- abroad, and those paid for by their government (persons or assignments), in the alphabet of $lang.
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
    s.sources,
    s.status
FROM statements AS s
LEFT JOIN alphabet AS a ON s.origin = a.place
WHERE
    s.measure IN (
        'un_volunteers', 'national_un_volunteers', 'international_un_volunteers', 'placements', 'funded_assignments'
    )
    AND s.origin IN ('KAZ', 'SWE', 'FIN', 'IRL', 'CZE', 'CHN')
    AND s.kind = 'flow'
    AND s.everyone
    AND s.corroborates IS NULL
    AND year(s.period_from) >= 2019
ORDER BY
    s.measure DESC,
    s.origin <> 'KAZ',
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END,
    s.period_from ASC,
    s.place ASC,
    s.claim ASC
