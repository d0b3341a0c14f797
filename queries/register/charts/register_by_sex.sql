-- One row per sex of the register's release, in $year (over all years when null), in $scope (abroad when null), of what
-- $count names (people when null), and one more with its share of the total, where both are released. role: the largest
-- number of a sex that is stated.
WITH chosen AS (
    SELECT
        "table",
        code,
        measure,
        scope,
        claims,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        sources,
        status
    FROM registered
    WHERE
        "table" IN ('by_sex', 'by_year')
        AND year IS NOT DISTINCT FROM $year::INTEGER
        AND scope = coalesce($scope, 'abroad')
        AND count = coalesce($count, 'people')
),

counted AS (
    SELECT
        p.code,
        p.measure,
        p.scope,
        p.claims,
        p.value,
        p.qualifier,
        p.kind,
        p.period_from,
        p.period_to,
        p.from_precision,
        p.to_precision,
        p.sources,
        p.status,
        t.value AS total
    FROM chosen AS p
    CROSS JOIN chosen AS t
    WHERE p."table" = 'by_sex' AND t."table" = 'by_year'
)

SELECT
    measure,
    code AS sex,
    claims,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    sources,
    status,
    CASE
        WHEN value > 0 AND code <> '_U' AND rank() OVER (PARTITION BY code = '_U' ORDER BY value DESC NULLS LAST) = 1
            THEN 'largest'
    END AS role,
    NULL AS formula,
    [] AS inputs,
    1 AS place
FROM counted
UNION ALL
SELECT
    'register_share_pct_' || scope AS measure,
    code AS sex,
    claims,
    round(100 * value / total, 1) AS value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    sources,
    CASE WHEN value IS NULL THEN 'Q' ELSE 'E' END AS status,
    NULL AS role,
    CASE WHEN value IS NOT NULL THEN 'share' END AS formula,
    CASE WHEN value IS NULL THEN [] ELSE [value, total] END AS inputs,
    2 AS place
FROM counted
WHERE total > 0
ORDER BY place, sex = '_U', sex
