-- One row per reading of the counters of the platform Qazvolunteer.kz, the newest first. role: the newest of each.
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
    CASE WHEN newest_of(measure, period_from, period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure IN ('platform_volunteers', 'platform_organisations', 'platform_applications')
    AND corroborates IS NULL
ORDER BY measure DESC, period_to DESC NULLS LAST, period_from DESC NULLS LAST, place ASC, claim ASC
