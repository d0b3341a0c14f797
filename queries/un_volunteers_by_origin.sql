-- One row per statement on the UN Volunteers of one country of origin other than Kazakhstan, and on those sent by
-- a government.
SELECT
    claims,
    measure,
    origin,
    hosts,
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
    measure IN (
        'un_volunteers', 'national_un_volunteers', 'international_un_volunteers', 'placements', 'funded_assignments'
    )
    AND origin <> 'KAZ'
    AND corroborates IS NULL
ORDER BY measure DESC, period_to DESC NULLS LAST, value DESC, claim ASC
