-- One row per statement over a period: volunteers sent abroad with government funding, and those sent to UN
-- secretariats, which is another measure. role: the newest period of those with government funding, and the one before.
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
        WHEN measure = 'placements'
            THEN CASE dense_rank() OVER backwards WHEN 1 THEN 'newest' WHEN 2 THEN 'before' END
    END AS role
FROM statements
WHERE
    measure IN ('placements', 'secretariat_volunteers')
    AND kind = 'flow'
    AND origin = 'KAZ'
    AND whole
    AND corroborates IS NULL
    AND period_from IS NOT NULL
    AND period_to IS NOT NULL
WINDOW backwards AS (PARTITION BY measure ORDER BY period_to DESC, period_from DESC)
ORDER BY measure, period_from, period_to, place, claim
