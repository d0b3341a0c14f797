-- One row per host country of the register's release, in $year (over all years when null), of what $count names (people
-- when null): the largest first, then those withheld, in the alphabet of $lang. role: the largest number.
SELECT
    r.measure,
    r.code AS host,
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
LEFT JOIN alphabet AS a ON r.code = a.place
WHERE
    r."table" = 'by_host'
    AND r.scope = 'abroad'
    AND r.year IS NOT DISTINCT FROM $year::INTEGER
    AND r.count = coalesce($count, 'people')
ORDER BY r.value DESC NULLS LAST, CASE $lang WHEN 'kk' THEN a.kk WHEN 'ru' THEN a.ru ELSE a.en END ASC, r.code ASC
