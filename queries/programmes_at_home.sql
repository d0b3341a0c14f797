-- One row per statement on programmes for volunteers in Kazakhstan: projects, front offices, schools; the newest first.
-- role: the newest.
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
    CASE WHEN newest_of(TRUE, period_from, period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure IN (
        'silver_volunteers', 'project_volunteers', 'volunteer_actions', 'front_offices', 'school_graduates', 'trainers'
    )
    AND corroborates IS NULL
ORDER BY
    max(date_trunc('month', period_to)) OVER (PARTITION BY measure) DESC NULLS LAST,
    max(period_from) OVER (PARTITION BY measure) DESC NULLS LAST,
    measure ASC,
    period_to DESC NULLS LAST,
    period_from DESC NULLS LAST,
    place ASC,
    claim ASC
