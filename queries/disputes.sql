-- One row per statement that is in a group of disagreeing statements: side by side, in the written order of statements.
SELECT
    coalesce(dispute, tension) AS disagreement,
    dispute,
    tension,
    claim,
    [claim] AS claims,
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
    region,
    world_region,
    event,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    note,
    [source] AS sources,
    status
FROM statements
WHERE dispute IS NOT NULL OR tension IS NOT NULL
ORDER BY disagreement, dispute NULLS LAST, period_from NULLS FIRST, period_to, place, claim
