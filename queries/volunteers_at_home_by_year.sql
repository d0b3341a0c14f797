-- One row per statement on how many volunteers there are in Kazakhstan, and per result of the Bureau of National
-- Statistics, which is another measure.
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
    measure IN ('volunteers_at_home', 'surveyed_volunteers', 'surveyed_volunteers_change_pct')
    AND corroborates IS NULL
ORDER BY measure DESC, kind DESC, period_from ASC, period_to ASC, place ASC, claim ASC
