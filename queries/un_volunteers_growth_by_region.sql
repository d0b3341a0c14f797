-- One row per region of the world: by how many per cent the number of UN Volunteers there changed in a year, the
-- largest change first. role: the largest of the newest year.
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
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE
        WHEN rank() OVER (ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST, most DESC) = 1 THEN 'largest'
    END AS role
FROM statements
WHERE
    measure = 'growth_pct'
    AND corroborates IS NULL
ORDER BY period_to DESC, period_from DESC, value DESC, world_region ASC, place ASC, claim ASC
