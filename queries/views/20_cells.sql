-- One row per cell (measure, kind, period, origin, places named) of statements that count everyone: all that was stated
-- about it; a dispute is one cell. low and high stand only where every statement is exact; qualified numbers make no
-- range.
WITH placed AS (
    SELECT
        claim,
        claims,
        measure,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        origin,
        hosts,
        sources,
        said_by,
        place,
        first(array_to_string(hosts || ['|'] || agencies, ';')) OVER (
            PARTITION BY coalesce(dispute, claim)
            ORDER BY place ASC, claim ASC
        ) AS places
    FROM statements
    WHERE corroborates IS NULL AND whole
)

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
FROM placed
GROUP BY measure, kind, period_from, period_to, origin, places
