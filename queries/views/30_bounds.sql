-- One row per statement, dimension (host or agency) and place that it names: the least and the most that it allows
-- there.
-- Each named place has at least one, so k places that share exactly v leave each between 1 and v - k + 1.
-- A repeating statement is used only where the one that it repeats names no place of that dimension.
WITH named AS (
    SELECT
        'host' AS dimension,
        claim,
        corroborates,
        hosts AS places
    FROM statements
    WHERE everyone
    UNION ALL
    SELECT
        'agency' AS dimension,
        claim,
        corroborates,
        agencies AS places
    FROM statements
    WHERE everyone
),

used AS (
    SELECT
        n.dimension,
        n.claim,
        n.places
    FROM named AS n
    LEFT JOIN named AS base ON n.corroborates = base.claim AND n.dimension = base.dimension
    WHERE len(n.places) > 0 AND (base.claim IS NULL OR len(base.places) = 0)
    QUALIFY row_number() OVER (PARTITION BY n.dimension, coalesce(n.corroborates, n.claim) ORDER BY n.claim) = 1
),

placed AS (
    SELECT
        dimension,
        claim,
        len(places) AS places,
        unnest(places) AS place
    FROM used
)

SELECT
    p.dimension,
    p.place,
    p.places,
    s.claim,
    s.measure,
    s.value AS total,
    s.qualifier,
    s.kind,
    s.period_from,
    s.period_to,
    s.from_precision,
    s.to_precision,
    s.origin,
    s.said_by,
    s.publisher,
    s.said_in,
    s.language,
    s.published_on,
    s.repeated_by,
    s.claims,
    s.sources,
    CASE WHEN p.places = 1 THEN s.value END AS value,
    CASE
        WHEN p.places = 1 AND s.qualifier = 'exact' THEN s.value
        WHEN p.places > 1 AND s.qualifier = 'exact' AND s.value >= p.places THEN 1
        WHEN p.places > 1 AND s.qualifier IN ('at_least', 'over') THEN 1
    END AS low,
    CASE
        WHEN p.places = 1 AND s.qualifier = 'exact' THEN s.value
        WHEN s.qualifier = 'exact' AND s.value >= p.places THEN s.value - p.places + 1
    END AS high,
    CASE
        WHEN p.places = 1 THEN 'A'
        WHEN s.qualifier = 'exact' AND s.value >= p.places THEN 'E'
        WHEN s.qualifier IN ('at_least', 'over') THEN 'E'
        ELSE 'O'
    END AS status
FROM placed AS p
INNER JOIN statements AS s ON p.claim = s.claim
