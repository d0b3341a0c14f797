-- One row per year of the register's release, in $scope (abroad when null), of what $count names (people when null).
-- role: the newest year, the first, or else the one with the largest number.
SELECT
    measure,
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
        WHEN period_from = max(period_from) OVER () THEN 'newest'
        WHEN period_from = min(period_from) OVER () THEN 'first'
        WHEN value > 0 AND value = max(value) OVER () THEN 'largest'
    END AS role
FROM registered
WHERE
    "table" = 'by_year' AND year IS NOT NULL
    AND scope = coalesce($scope, 'abroad')
    AND count = coalesce($count, 'people')
ORDER BY period_from
