-- One row per home region of the register's release, for its tile on the map, in $year (over all years when null), in
-- $scope (abroad when null), of what $count names (people when null): the largest first, then those withheld, in the
-- alphabet of $lang. role: the largest number of a region that is stated.
SELECT
    r.measure,
    r.code AS region,
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
    CASE
        WHEN r.value > 0 AND r.code <> '_U' AND rank() OVER largest = 1 THEN 'largest'
    END AS role
FROM registered AS r
LEFT JOIN alphabet AS a ON r.code = a.place
WHERE
    r."table" = 'by_region'
    AND r.year IS NOT DISTINCT FROM $year::INTEGER
    AND r.scope = coalesce($scope, 'abroad')
    AND r.count = coalesce($count, 'people')
WINDOW largest AS (PARTITION BY r.code = '_U' ORDER BY r.value DESC NULLS LAST)
ORDER BY
    r.code = '_U' ASC,
    r.value DESC NULLS LAST,
    CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC,
    r.code ASC
