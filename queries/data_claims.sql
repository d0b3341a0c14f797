-- One row per published number, in the columns and the order of the released file, with its statuses by the code lists
-- of SDMX: of the observation and, as all of it was published, of its confidentiality.
SELECT
    claim,
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
    said_in,
    source,
    note,
    status,
    'F' AS confidentiality,
    [claim] AS claims,
    [source] AS sources
FROM statements
ORDER BY claim
