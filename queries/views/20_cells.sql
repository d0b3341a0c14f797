-- One row per cell (measure, kind, period, origin, region, world region, event, sex): all that was stated about it.
-- low and high stand only where every statement is exact; qualified numbers make no range.
SELECT
    measure,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    origin,
    region,
    world_region,
    event,
    sex,
    list(value ORDER BY place) AS "values",
    list(qualifier ORDER BY place) AS qualifiers,
    CASE WHEN bool_and(qualifier = 'exact') THEN min(value) END AS low,
    CASE WHEN bool_and(qualifier = 'exact') THEN max(value) END AS high,
    list(claim ORDER BY place) AS statements,
    flatten(list(claims ORDER BY place)) AS claims,
    list_sort(list_distinct(flatten(list(sources)))) AS sources,
    first(said_by ORDER BY place) AS said_by,
    'A' AS status
FROM statements
WHERE corroborates IS NULL
GROUP BY
    measure, kind, period_from, period_to, from_precision, to_precision, origin, region, world_region, event, sex
