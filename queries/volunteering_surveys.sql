-- One row per survey result on volunteering in Kazakhstan: each answers a question of its own.
SELECT
    claims,
    measure,
    said_by,
    publisher,
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
    measure IN ('aware_pct', 'know_well_pct', 'trust_pct', 'distrust_pct', 'fully_ready_pct')
    AND corroborates IS NULL
ORDER BY period_from, measure, place, claim
