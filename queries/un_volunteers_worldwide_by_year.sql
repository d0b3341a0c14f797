-- One row per statement on UN Volunteers worldwide over a period (a part of a year only where the whole year was not
-- stated), one per gap between two such periods (O), and those mobilised, which is another measure. role: the newest
-- period of UN Volunteers and the first.
WITH stated AS (
    SELECT
        claims,
        measure,
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
        claim
    FROM statements AS s
    WHERE
        measure IN ('un_volunteers', 'un_volunteers_mobilised')
        AND kind = 'flow'
        AND origin IS NULL
        AND world_region IS NULL
        AND sex IS NULL
        AND corroborates IS NULL
        AND period_from IS NOT NULL
        AND period_to IS NOT NULL
        AND NOT EXISTS (
            SELECT 1
            FROM statements AS longer
            WHERE
                longer.measure = s.measure
                AND longer.kind = s.kind
                AND longer.origin IS NULL
                AND longer.world_region IS NULL
                AND longer.sex IS NULL
                AND longer.corroborates IS NULL
                AND longer.period_from <= s.period_from
                AND longer.period_to >= s.period_to
                AND longer.period_to - longer.period_from > s.period_to - s.period_from
                AND year(longer.period_from) = year(longer.period_to)
        )
),

followed AS (
    SELECT
        measure,
        max(period_to) OVER (PARTITION BY measure ORDER BY period_from, period_to, claim) + 1 AS gap_from,
        lead(period_from) OVER (PARTITION BY measure ORDER BY period_from, period_to, claim) - 1 AS gap_to
    FROM stated
)

SELECT
    claims,
    measure,
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
    CASE
        WHEN measure <> 'un_volunteers' THEN NULL
        WHEN rank() OVER backwards = 1 THEN 'newest'
        WHEN rank() OVER forwards = 1 THEN 'first'
    END AS role,
    place,
    claim AS tie
FROM stated
WINDOW
    backwards AS (PARTITION BY measure ORDER BY period_to DESC, period_from DESC),
    forwards AS (PARTITION BY measure ORDER BY period_from, period_to)
UNION ALL
SELECT
    [] AS claims,
    measure,
    NULL AS value,
    NULL AS qualifier,
    'flow' AS kind,
    gap_from AS period_from,
    gap_to AS period_to,
    CASE WHEN gap_from = date_trunc('year', gap_from) THEN 'year' ELSE 'day' END AS from_precision,
    CASE WHEN gap_to + 1 = date_trunc('year', gap_to + 1) THEN 'year' ELSE 'day' END AS to_precision,
    NULL AS dispute,
    NULL AS tension,
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    [] AS sources,
    'O' AS status,
    NULL AS role,
    0 AS place,
    '' AS tie
FROM followed
WHERE gap_from <= gap_to
ORDER BY measure, period_from, period_to, place, tie
