-- One row per statement over a period: volunteers sent abroad with government funding, and those sent to UN
-- secretariats, which is another measure.
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
    sources,
    status
FROM statements
WHERE
    measure IN ('placements', 'secretariat_volunteers')
    AND kind = 'flow'
    AND origin = 'KAZ'
    AND whole
    AND corroborates IS NULL
    AND period_from IS NOT NULL
    AND period_to IS NOT NULL
ORDER BY measure, period_from, period_to, place, claim
