-- One row per statement around the sending of volunteers: the agreement, the plan, what came after, the UN resolution.
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
    NULL AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure IN (
        'agreement_year', 'placements_planned', 'placements_invited_later', 'resolution_cosponsors',
        'secretariat_volunteers'
    )
    AND corroborates IS NULL
ORDER BY period_from, period_to, measure, place, claim
