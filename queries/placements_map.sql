-- One row per mark of the map for $year (all years when null). Statement: a number, at the middle of its hosts (W
-- when it covers several, K when its period is longer than the year). Host: a country that a statement of the year
-- names (K: included in that number). Home: Kazakhstan, which has no number here (M). role: the newest period of the
-- year; without one in it, of those around it.
WITH chosen AS (
    SELECT
        claim,
        claims,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        hosts,
        dispute,
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
        sources,
        place,
        $year::INTEGER IS NULL OR coalesce(year(period_from) = $year AND year(period_to) = $year, FALSE) AS of_year
    FROM statements
    WHERE
        measure = 'placements'
        AND origin = 'KAZ'
        AND everyone
        AND corroborates IS NULL
        AND coalesce(period_from, period_to) IS NOT NULL
        AND (
            $year::INTEGER IS NULL
            OR (
                year(coalesce(period_from, period_to)) <= $year
                AND year(coalesce(period_to, period_from)) >= $year
            )
            OR (period_from IS NULL AND year(period_to) >= $year)
            OR (period_to IS NULL AND year(period_from) <= $year)
        )
),

hosts AS (
    SELECT
        claim,
        unnest(hosts) AS host
    FROM chosen
    WHERE of_year
),

middle AS (
    SELECT
        h.claim,
        avg(c.lon) AS lon,
        avg(c.lat) AS lat
    FROM hosts AS h
    INNER JOIN countries AS c ON h.host = c.country
    GROUP BY h.claim
)

SELECT
    'statement' AS mark,
    NULL AS host,
    c.hosts,
    c.claims,
    c.value,
    c.qualifier,
    c.kind,
    c.period_from,
    c.period_to,
    c.from_precision,
    c.to_precision,
    c.dispute,
    c.said_by,
    c.publisher,
    c.said_in,
    c.language,
    c.published_on,
    c.repeated_by,
    m.lon,
    m.lat,
    c.sources,
    CASE WHEN NOT c.of_year THEN 'K' WHEN len(c.hosts) > 1 THEN 'W' ELSE 'A' END AS status,
    CASE WHEN c.period_to IS NOT NULL AND rank() OVER backwards = 1 THEN 'newest' END AS role,
    c.place,
    c.claim AS tie
FROM chosen AS c
LEFT JOIN middle AS m ON c.claim = m.claim
WINDOW backwards AS (ORDER BY c.period_to IS NULL, c.of_year DESC, c.period_to DESC, c.period_from DESC NULLS LAST)
UNION ALL
SELECT
    'host' AS mark,
    h.host,
    [] AS hosts,
    flatten(list(c.claims ORDER BY c.claim)) AS claims,
    NULL AS value,
    NULL AS qualifier,
    NULL AS kind,
    NULL AS period_from,
    NULL AS period_to,
    NULL AS from_precision,
    NULL AS to_precision,
    NULL AS dispute,
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    any_value(p.lon) AS lon,
    any_value(p.lat) AS lat,
    list_sort(list_distinct(flatten(list(c.sources)))) AS sources,
    'K' AS status,
    NULL AS role,
    0 AS place,
    h.host AS tie
FROM hosts AS h
INNER JOIN chosen AS c ON h.claim = c.claim
LEFT JOIN countries AS p ON h.host = p.country
GROUP BY h.host
UNION ALL
SELECT
    'home' AS mark,
    country AS host,
    [] AS hosts,
    [] AS claims,
    NULL AS value,
    NULL AS qualifier,
    NULL AS kind,
    NULL AS period_from,
    NULL AS period_to,
    NULL AS from_precision,
    NULL AS to_precision,
    NULL AS dispute,
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    lon,
    lat,
    [] AS sources,
    'M' AS status,
    NULL AS role,
    0 AS place,
    country AS tie
FROM countries
WHERE country = 'KAZ'
ORDER BY mark DESC, status DESC, period_from ASC NULLS FIRST, period_to ASC, place ASC, tie ASC
