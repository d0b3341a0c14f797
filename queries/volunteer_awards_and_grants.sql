-- One row per statement on the award, the grants and the money for volunteers in Kazakhstan; the newest first. role:
-- the newest.
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
        'projects_budget_kzt', 'small_grants', 'small_grant_size_kzt', 'award_laureates', 'award_candidates',
        'award_voters'
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
