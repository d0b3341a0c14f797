-- One row per claim: the text of claims.csv as numbers, dates and lists.
SELECT
    row,
    claim,
    measure,
    try_cast(value AS DOUBLE) AS value,
    qualifier,
    kind,
    try_cast(period_from AS DATE) AS period_from,
    try_cast(period_to AS DATE) AS period_to,
    from_precision,
    to_precision,
    origin,
    coalesce(string_split(hosts, ';'), []) AS hosts,
    coalesce(string_split(agencies, ';'), []) AS agencies,
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
    note
FROM claims_csv
ORDER BY claim, row
