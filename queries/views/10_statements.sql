-- One row per claim, with its source, the claims that repeat it, and its place in the written order of statements:
-- the statement in the language in which it was made, then official before press, then the later date.
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
    [c.claim] || coalesce(repeated.claims, []) AS claims,
    list_sort(list_distinct([c.source] || coalesce(repeated.sources, []))) AS sources,
    row_number() OVER (
        PARTITION BY
            c.measure, c.kind, c.period_from, c.period_to, c.origin, c.region, c.world_region, c.event, c.sex
        ORDER BY
            coalesce(c.said_in = s.language, FALSE) DESC, s.official DESC, s.published_on DESC NULLS LAST, c.claim ASC
    ) AS place
FROM claims AS c
INNER JOIN sources AS s ON c.source = s.source
LEFT JOIN (
    SELECT
        r.corroborates AS claim,
        list(r.claim ORDER BY r.claim) AS claims,
        list(r.source ORDER BY r.claim) AS sources
    FROM claims AS r
    WHERE r.corroborates IS NOT NULL
    GROUP BY r.corroborates
) AS repeated ON c.claim = repeated.claim
