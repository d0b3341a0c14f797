-- One row per group of disagreeing statements and statement in it: side by side, in the written order of statements.
WITH grouped AS (
    SELECT
        claim,
        dispute AS disagreement
    FROM statements
    WHERE dispute IS NOT NULL
    UNION
    SELECT
        claim,
        tension AS disagreement
    FROM statements
    WHERE tension IS NOT NULL
)

SELECT
    g.disagreement,
    s.dispute,
    s.tension,
    s.claim,
    [s.claim] AS claims,
    s.measure,
    s.value,
    s.qualifier,
    s.kind,
    s.period_from,
    s.period_to,
    s.from_precision,
    s.to_precision,
    s.origin,
    s.hosts,
    s.region,
    s.world_region,
    s.event,
    s.said_by,
    s.publisher,
    s.said_in,
    s.language,
    s.published_on,
    s.note,
    [s.source] AS sources,
    s.status
FROM grouped AS g
INNER JOIN statements AS s ON g.claim = s.claim
ORDER BY
    g.disagreement ASC,
    s.dispute ASC NULLS LAST,
    s.period_from ASC NULLS FIRST,
    s.period_to ASC,
    s.place ASC,
    s.claim ASC
