-- One row per mark of the map in $year (over all years when null), of what $count names (people when null). Host: a
-- country with its number, or with the mark of one that is withheld; those with zero are not marked. Home: Kazakhstan.
-- role: the largest number.
SELECT
    'host' AS mark,
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
    p.lon,
    p.lat,
    r.sources,
    r.status,
    CASE WHEN r.value > 0 AND rank() OVER (ORDER BY r.value DESC NULLS LAST) = 1 THEN 'largest' END AS role
FROM registered AS r
LEFT JOIN countries AS p ON r.code = p.country
WHERE
    r."table" = 'by_host'
    AND r.scope = 'abroad'
    AND r.year IS NOT DISTINCT FROM $year::INTEGER
    AND r.count = coalesce($count, 'people')
    AND (r.value > 0 OR r.status = 'Q')
UNION ALL
SELECT
    'home' AS mark,
    'register_' || coalesce($count, 'people') || '_abroad' AS measure,
    country AS host,
    [] AS claims,
    NULL AS value,
    NULL AS qualifier,
    NULL AS kind,
    NULL AS period_from,
    NULL AS period_to,
    NULL AS from_precision,
    NULL AS to_precision,
    lon,
    lat,
    [] AS sources,
    'M' AS status,
    NULL AS role
FROM countries
WHERE country = 'KAZ'
ORDER BY mark DESC, value DESC NULLS LAST, host ASC
