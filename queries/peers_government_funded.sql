-- One row per number since 2019 of nationals who served as UN Volunteers, at home and abroad, and of those paid for by
-- their government, in Kazakhstan and in each country that published both: the newest over at most one year, the
-- largest first, then in the alphabet of $lang; assignments are not comparable to people. role: Kazakhstan's newest
-- period of each measure, and the most UN Volunteers.
WITH numbers AS (
    SELECT
        claim,
        claims,
        measure,
        origin,
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
        place,
        most,
        measure = 'un_volunteers' AS everybody,
        measure <> 'funded_assignments' AS comparable
    FROM statements
    WHERE
        measure IN ('un_volunteers', 'placements', 'funded_assignments')
        AND kind = 'flow'
        AND origin IS NOT NULL
        AND whole
        AND corroborates IS NULL
        AND year(period_from) >= 2019
        AND period_to < period_from + INTERVAL 1 YEAR
    QUALIFY
        (origin = 'KAZ' OR count(DISTINCT measure = 'un_volunteers') OVER (PARTITION BY origin) = 2)
        AND rank() OVER (
            PARTITION BY origin, measure = 'un_volunteers', comparable
            ORDER BY period_to DESC, period_from DESC
        ) = 1
)

SELECT
    CASE WHEN n.everybody THEN 'un_volunteers' ELSE 'placements' END AS compared,
    n.claims,
    n.measure,
    n.origin,
    n.value,
    n.qualifier,
    n.kind,
    n.period_from,
    n.period_to,
    n.from_precision,
    n.to_precision,
    n.dispute,
    n.tension,
    n.said_by,
    n.publisher,
    n.said_in,
    n.language,
    n.published_on,
    n.repeated_by,
    n.sources,
    n.status,
    CASE
        WHEN n.origin = 'KAZ' AND n.period_to IS NOT NULL AND rank() OVER backwards = 1 THEN 'home'
        WHEN n.everybody AND n.comparable AND rank() OVER largest = 1 THEN 'largest'
    END AS role,
    n.origin = 'KAZ' AS accent,
    n.comparable
FROM numbers AS n
LEFT JOIN alphabet AS a ON n.origin = a.place
WINDOW
    backwards AS (
        PARTITION BY n.origin, n.measure
        ORDER BY n.period_to DESC NULLS LAST, n.period_from DESC
    ),
    largest AS (PARTITION BY n.everybody, n.comparable ORDER BY n.most DESC)
ORDER BY
    n.everybody DESC,
    n.comparable DESC,
    n.value DESC,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    n.origin ASC,
    n.period_to DESC,
    n.place ASC,
    n.claim ASC
