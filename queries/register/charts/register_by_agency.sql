-- One row per UN entity of the register's release, in $year (over all years when null), in $scope (abroad when null),
-- of what $count names (people when null): the largest first, then those withheld. role: the largest number.
SELECT
    r.measure,
    r.code AS agency,
    r.claims,
    r.value,
    r.qualifier,
    r.kind,
    r.period_from,
    r.period_to,
    r.from_precision,
    r.to_precision,
    r.sources,
    r.status,
    CASE WHEN r.value > 0 AND rank() OVER (ORDER BY r.value DESC NULLS LAST) = 1 THEN 'largest' END AS role
FROM registered AS r
WHERE
    r."table" = 'by_agency'
    AND r.year IS NOT DISTINCT FROM $year::INTEGER
    AND r.scope = coalesce($scope, 'abroad')
    AND r.count = coalesce($count, 'people')
ORDER BY r.value DESC NULLS LAST, r.code ASC
