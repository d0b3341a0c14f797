-- One row per year of the register's release, in $scope (abroad when null), of what $count names (people when null).
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
    status
FROM registered
WHERE
    "table" = 'by_year' AND year IS NOT NULL
    AND scope = coalesce($scope, 'abroad')
    AND count = coalesce($count, 'people')
ORDER BY period_from
