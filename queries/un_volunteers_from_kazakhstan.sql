-- One row per number of UN Volunteers from Kazakhstan: all, women, those who serve at home, and the others (derived as
-- all less those at home, only where both are exact and cover the same period).
WITH numbers AS (
    SELECT
        claim,
        claims,
        measure,
        sex,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        dispute,
        tension,
        sources,
        status,
        whole
        AND len(agencies) = 0
        AND (len(hosts) = 0 OR (measure = 'national_un_volunteers' AND hosts = ['KAZ'])) AS comparable
    FROM statements
    WHERE
        measure IN ('un_volunteers', 'national_un_volunteers')
        AND origin = 'KAZ'
        AND world_region IS NULL
        AND corroborates IS NULL
)

SELECT
    claims,
    measure,
    sex,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    sources,
    status,
    NULL AS formula,
    NULL AS inputs,
    claim AS tie
FROM numbers
UNION ALL
SELECT
    a.claims || n.claims AS claims,
    'other_un_volunteers' AS measure,
    NULL AS sex,
    a.value - n.value AS value,
    'exact' AS qualifier,
    a.kind,
    a.period_from,
    a.period_to,
    a.from_precision,
    a.to_precision,
    NULL AS dispute,
    NULL AS tension,
    list_sort(list_distinct(a.sources || n.sources)) AS sources,
    'E' AS status,
    'others' AS formula,
    [a.value, n.value] AS inputs,
    a.claim || n.claim AS tie
FROM numbers AS a
INNER JOIN numbers AS n ON a.kind = n.kind AND a.period_from = n.period_from AND a.period_to = n.period_to
WHERE
    a.measure = 'un_volunteers'
    AND n.measure = 'national_un_volunteers'
    AND a.comparable
    AND n.comparable
    AND a.qualifier = 'exact'
    AND n.qualifier = 'exact'
    AND a.value >= n.value
ORDER BY period_to DESC NULLS LAST, measure DESC, sex ASC NULLS FIRST, tie ASC
