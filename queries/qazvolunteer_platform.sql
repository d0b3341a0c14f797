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
    measure IN ('platform_volunteers', 'platform_organisations', 'platform_applications')
    AND corroborates IS NULL
ORDER BY measure DESC, period_from ASC, period_to ASC, place ASC, claim ASC
