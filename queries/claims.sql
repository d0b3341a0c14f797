-- One row per published statement, with all that is recorded about it: of one $measure, of the ids in $chosen (joined
-- by semicolons), and with $disagreement only those on which sources disagree; null asks for all.
SELECT
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
    agencies,
    region,
    world_region,
    event,
    sex,
    dispute,
    tension,
    corroborates,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    note,
    [source] AS sources,
    status
FROM statements
WHERE
    measure = coalesce($measure, measure)
    AND ($chosen::VARCHAR IS NULL OR claim IN (SELECT unnest(string_split($chosen, ';'))))
    AND ($disagreement::VARCHAR IS NULL OR coalesce(dispute, tension) IS NOT NULL)
ORDER BY
    origin IS DISTINCT FROM 'KAZ',
    measure <> 'placements',
    measure <> 'un_volunteers',
    measure <> 'volunteers_at_home',
    measure,
    origin, region, world_region, event, period_from NULLS FIRST, period_to NULLS LAST, place, claim
