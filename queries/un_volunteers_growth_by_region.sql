-- One row per region of the world: by how many per cent the number of UN Volunteers there changed in a year.
SELECT
    claims,
    measure,
    world_region,
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
    measure = 'growth_pct'
    AND corroborates IS NULL
ORDER BY period_from, world_region, place, claim
