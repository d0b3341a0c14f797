-- One row per host country and UN entity of the register's release, over all years, of what $count names (people when
-- null): countries and entities with the largest totals first. role: the largest number.
WITH totals AS (
    SELECT
        "table",
        code,
        coalesce(value, 0) AS total
    FROM registered
    WHERE
        "table" IN ('by_host', 'by_agency') AND year IS NULL
        AND scope = 'abroad' AND count = coalesce($count, 'people')
)

SELECT
    r.measure,
    split_part(r.code, '.', 1) AS host,
    split_part(r.code, '.', 2) AS agency,
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
LEFT JOIN totals AS h ON h."table" = 'by_host' AND split_part(r.code, '.', 1) = h.code
LEFT JOIN totals AS a ON a."table" = 'by_agency' AND split_part(r.code, '.', 2) = a.code
WHERE r."table" = 'by_host_and_agency' AND r.scope = 'abroad' AND r.count = coalesce($count, 'people')
ORDER BY h.total DESC, host ASC, a.total DESC, agency ASC
