-- One row per survey result on volunteering in Kazakhstan: each answers a question of its own. role: the largest.
SELECT
    claims,
    measure,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    repeated_by,
    sources,
    status,
    CASE WHEN rank() OVER (ORDER BY most DESC) = 1 THEN 'largest' END AS role
FROM statements
WHERE
    measure IN ('aware_pct', 'know_well_pct', 'trust_pct', 'distrust_pct', 'fully_ready_pct')
    AND corroborates IS NULL
ORDER BY
    -- Shares of one survey stand together: those of different ones have nothing in common.
    max(value) OVER (PARTITION BY said_by) DESC,
    said_by ASC,
    value DESC,
    measure ASC,
    period_from ASC,
    place ASC,
    claim ASC
