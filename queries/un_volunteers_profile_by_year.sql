-- One row per statement on what UN Volunteers worldwide are like: women, young people, online, countries of assignment.
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
    measure IN ('women_share_pct', 'youth_volunteers', 'online_volunteers', 'countries_of_assignment')
    AND world_region IS NULL
    AND corroborates IS NULL
ORDER BY measure DESC, period_from ASC, period_to DESC, place ASC, claim ASC
