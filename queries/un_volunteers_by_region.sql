-- One row per region of the world for each period that has a worldwide number and several regions, then what the
-- regions sum to (_S, derived, only where all are exact) and the number of the world as published (_T). role: the
-- largest region of the newest period.
WITH numbers AS (
    SELECT
        claims,
        measure,
        world_region,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        dispute,
        tension,
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
        most,
        sources,
        status,
        place,
        claim
    FROM statements
    WHERE
        measure = 'un_volunteers'
        AND kind = 'flow'
        AND origin IS NULL
        AND sex IS NULL
        AND len(hosts) = 0
        AND len(agencies) = 0
        AND corroborates IS NULL
),

periods AS (
    SELECT
        period_from,
        period_to
    FROM numbers
    GROUP BY period_from, period_to
    HAVING count(DISTINCT world_region) > 1 AND count(*) FILTER (world_region IS NULL) > 0
),

sums AS (
    SELECT
        flatten(list(claims ORDER BY claim)) AS claims,
        sum(value) AS value,
        period_from,
        period_to,
        any_value(from_precision) AS from_precision,
        any_value(to_precision) AS to_precision,
        list_sort(list_distinct(flatten(list(sources)))) AS sources
    FROM numbers
    WHERE world_region IS NOT NULL
    GROUP BY period_from, period_to
    -- UNV counts in five regions; fewer of them are not the world.
    HAVING
        bool_and(qualifier = 'exact')
        AND list_sort(list(world_region)) = ['AP', 'ARAB', 'ECIS', 'LAC', 'SSA']
)

SELECT
    claims,
    measure,
    coalesce(world_region, '_T') AS world_region,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE WHEN world_region IS NOT NULL AND rank() OVER largest = 1 THEN 'largest' END AS role,
    NULL AS formula,
    NULL AS inputs,
    place,
    claim AS tie
FROM numbers
SEMI JOIN periods USING (period_from, period_to)
WINDOW largest AS (PARTITION BY world_region IS NULL ORDER BY period_to DESC, period_from DESC, most DESC)
UNION ALL
SELECT
    s.claims,
    'un_volunteers' AS measure,
    '_S' AS world_region,
    s.value,
    'exact' AS qualifier,
    'flow' AS kind,
    s.period_from,
    s.period_to,
    s.from_precision,
    s.to_precision,
    NULL AS dispute,
    NULL AS tension,
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    s.sources,
    'E' AS status,
    NULL AS role,
    'sum_of_regions' AS formula,
    [s.value, t.value] AS inputs,
    0 AS place,
    '' AS tie
FROM sums AS s
INNER JOIN numbers AS t ON s.period_from = t.period_from AND s.period_to = t.period_to
WHERE t.world_region IS NULL
QUALIFY row_number() OVER (PARTITION BY s.period_from, s.period_to ORDER BY t.place ASC) = 1
ORDER BY period_to DESC, world_region IN ('_S', '_T'), status DESC, value DESC, place ASC, tie ASC
