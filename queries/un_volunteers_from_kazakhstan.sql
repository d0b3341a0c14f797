-- One row per number of UN Volunteers from Kazakhstan: all, women, those who serve at home, and the others (derived as
-- all less those at home, only where both are exact and cover the same period). Those over a period come first, each
-- whole before its parts. role: the newest period of each measure.
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
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
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
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE
        WHEN kind = 'flow' AND comparable AND period_to IS NOT NULL AND rank() OVER backwards = 1 THEN 'newest'
    END AS role,
    NULL AS formula,
    NULL AS inputs,
    claim AS tie
FROM numbers
WINDOW
    backwards AS (
        PARTITION BY measure, kind, comparable
        ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST
    )
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
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    list_sort(list_distinct(a.sources || n.sources)) AS sources,
    'E' AS status,
    CASE WHEN a.kind = 'flow' AND rank() OVER derived = 1 THEN 'newest' END AS role,
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
WINDOW derived AS (PARTITION BY a.kind ORDER BY a.period_to DESC, a.period_from DESC)
ORDER BY
    period_to IS NULL,
    CASE kind WHEN 'flow' THEN 1 WHEN 'stock' THEN 2 ELSE 3 END,
    period_to DESC,
    period_from DESC NULLS LAST,
    sex ASC NULLS FIRST,
    CASE measure WHEN 'un_volunteers' THEN 1 WHEN 'national_un_volunteers' THEN 2 ELSE 3 END,
    tie ASC
