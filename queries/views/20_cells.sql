-- One row per cell (measure, kind, period, origin) of statements that count everyone: all that was stated about it, a
-- dispute as one. low and high stand only where every statement is exact; qualified numbers make no range.
SELECT
    measure,
    kind,
    period_from,
    period_to,
    origin,
    first(from_precision ORDER BY place ASC) AS from_precision,
    first(to_precision ORDER BY place ASC) AS to_precision,
    list(value ORDER BY place ASC) AS "values",
    list(qualifier ORDER BY place ASC) AS qualifiers,
    CASE WHEN bool_and(qualifier = 'exact') THEN min(value) END AS low,
    CASE WHEN bool_and(qualifier = 'exact') THEN max(value) END AS high,
    list(claim ORDER BY place ASC) AS statements,
    flatten(list(claims ORDER BY place ASC)) AS claims,
    list_sort(list_distinct(flatten(list(sources)))) AS sources,
    first(said_by ORDER BY place ASC) AS said_by,
    'A' AS status,
    max(len(hosts)) AS hosts_named
FROM statements
WHERE corroborates IS NULL AND whole
GROUP BY measure, kind, period_from, period_to, origin, coalesce(dispute, array_to_string(hosts, ';'))
