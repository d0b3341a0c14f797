-- One row per claim, with its source, the claims that repeat it, and its place in the written order of statements:
-- the statement in the language in which it was made, then official before press, then the later date. everyone: it
-- counts all people of its origin, not those of one sex, event or region. whole: it is also no part of a statement on
-- more hosts or agencies. most: the greatest value of its dispute, by which the sides of one stand at one place.
WITH repeated AS (
    SELECT
        c.corroborates AS claim,
        list(c.claim ORDER BY c.claim) AS claims,
        list(c.source ORDER BY c.claim) AS sources,
        list(s.publisher ORDER BY c.claim) AS publishers
    FROM claims AS c
    INNER JOIN sources AS s ON c.source = s.source
    WHERE c.corroborates IS NOT NULL
    GROUP BY c.corroborates
),

parts AS (
    SELECT DISTINCT p.claim
    FROM claims AS p
    INNER JOIN claims AS t
        ON
            p.measure = t.measure
            AND p.kind = t.kind
            AND p.period_from IS NOT DISTINCT FROM t.period_from
            AND p.period_to IS NOT DISTINCT FROM t.period_to
            AND p.origin IS NOT DISTINCT FROM t.origin
            AND p.region IS NOT DISTINCT FROM t.region
            AND p.world_region IS NOT DISTINCT FROM t.world_region
            AND p.event IS NOT DISTINCT FROM t.event
            AND p.sex IS NOT DISTINCT FROM t.sex
            AND p.corroborates IS NULL
            AND t.corroborates IS NULL
            AND coalesce(p.dispute <> t.dispute, TRUE)
    WHERE
        (len(t.hosts) = 0 OR (len(p.hosts) > 0 AND list_has_all(t.hosts, p.hosts)))
        AND (len(t.agencies) = 0 OR (len(p.agencies) > 0 AND list_has_all(t.agencies, p.agencies)))
        AND (len(t.hosts) <> len(p.hosts) OR len(t.agencies) <> len(p.agencies))
)

SELECT
    c.claim,
    c.measure,
    c.value,
    c.qualifier,
    c.kind,
    c.period_from,
    c.period_to,
    c.from_precision,
    c.to_precision,
    c.origin,
    c.hosts,
    c.agencies,
    c.region,
    c.world_region,
    c.event,
    c.sex,
    c.dispute,
    c.tension,
    c.corroborates,
    c.said_by,
    c.said_in,
    c.note,
    c.source,
    s.language,
    s.publisher,
    s.published_on,
    'A' AS status,
    coalesce(c.region, c.world_region, c.event, c.sex) IS NULL AS everyone,
    coalesce(c.region, c.world_region, c.event, c.sex, p.claim) IS NULL AS whole,
    [c.claim] || coalesce(r.claims, []) AS claims,
    list_sort(list_distinct([c.source] || coalesce(r.sources, []))) AS sources,
    coalesce(r.publishers, []) AS repeated_by,
    max(c.value) FILTER (WHERE c.corroborates IS NULL) OVER (PARTITION BY coalesce(c.dispute, c.claim)) AS most,
    row_number() OVER (
        PARTITION BY
            c.measure, c.kind, c.period_from, c.period_to, c.origin, c.region, c.world_region, c.event, c.sex
        ORDER BY
            coalesce(c.said_in = s.language, FALSE) DESC,
            s.official DESC,
            s.published_on DESC NULLS LAST,
            c.claim ASC
    ) AS place
FROM claims AS c
INNER JOIN sources AS s ON c.source = s.source
LEFT JOIN repeated AS r ON c.claim = r.claim
LEFT JOIN parts AS p ON c.claim = p.claim
