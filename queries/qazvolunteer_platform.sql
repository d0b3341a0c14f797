-- One row per reading of the counters of the platform Qazvolunteer.kz.
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
    measure IN ('platform_volunteers', 'platform_organisations', 'platform_applications')
    AND corroborates IS NULL
ORDER BY measure DESC, period_from ASC, period_to ASC, place ASC, claim ASC
