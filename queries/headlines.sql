-- One row per headline and number in it: all that was stated about the newest period of a measure, side by side; low
-- and high only where every statement is exact. The candidates stand beside the volunteers chosen from them.
WITH ranked AS (
    SELECT
        measure,
        origin,
        "values",
        qualifiers,
        low,
        high,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        statements,
        claims,
        sources,
        said_by,
        status,
        dense_rank() OVER (PARTITION BY measure ORDER BY period_to DESC, period_from DESC) AS newest
    FROM cells
    WHERE
        origin = 'KAZ'
        AND period_to IS NOT NULL
        AND (
            (measure IN ('placements', 'un_volunteers', 'surveyed_volunteers') AND kind = 'flow')
            OR measure = 'volunteers_at_home'
        )
    -- Of several cells of one period the one that names no host, or the most, is the nearest to all.
    QUALIFY
        row_number() OVER (
            PARTITION BY measure, period_from, period_to
            ORDER BY hosts_named = 0 DESC, hosts_named DESC, kind ASC, statements ASC
        ) = 1
),

headlines AS (
    SELECT
        measure || CASE WHEN newest > 1 THEN '_before' ELSE '' END AS headline,
        measure,
        origin,
        "values",
        qualifiers,
        low,
        high,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        statements,
        claims,
        sources,
        said_by,
        status
    FROM ranked
    WHERE newest = 1 OR (measure = 'placements' AND newest = 2)
)

SELECT
    headline,
    measure,
    origin,
    "values",
    qualifiers,
    low,
    high,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    statements,
    claims,
    sources,
    said_by,
    status
FROM headlines
UNION ALL
SELECT
    h.headline,
    c.measure,
    c.origin,
    c."values",
    c.qualifiers,
    c.low,
    c.high,
    c.kind,
    c.period_from,
    c.period_to,
    c.from_precision,
    c.to_precision,
    c.statements,
    c.claims,
    c.sources,
    c.said_by,
    c.status
FROM headlines AS h
INNER JOIN cells AS c ON h.period_from = c.period_from AND h.period_to = c.period_to
WHERE h.headline = 'placements' AND c.measure = 'candidates' AND c.origin = 'KAZ' AND c.kind = 'flow'
ORDER BY
    CASE headline
        WHEN 'placements' THEN 1
        WHEN 'placements_before' THEN 2
        WHEN 'un_volunteers' THEN 3
        WHEN 'volunteers_at_home' THEN 4
        ELSE 5
    END,
    measure DESC,
    period_from ASC
