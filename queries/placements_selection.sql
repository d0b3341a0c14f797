-- One row per number of a selection: the candidates, the places, and the share of candidates chosen (derived, in per
-- cent, only where both numbers are exact). role: the newest candidates and the newest places.
WITH numbers AS (
    SELECT
        claim,
        claims,
        measure,
        value,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        dispute,
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
        sources,
        status,
        place
    FROM statements
    WHERE
        measure IN ('candidates', 'placements') AND origin = 'KAZ' AND kind = 'flow' AND whole AND corroborates IS NULL
),

pairs AS (
    SELECT
        p.claim,
        c.claim AS of_claim,
        c.claims || p.claims AS claims,
        [p.value, c.value] AS inputs,
        CASE
            WHEN p.qualifier = 'exact' AND c.qualifier = 'exact' AND c.value > 0 THEN round(100 * p.value / c.value, 1)
        END AS share,
        list_sort(list_distinct(c.sources || p.sources)) AS sources
    FROM numbers AS p
    INNER JOIN numbers AS c ON p.period_from = c.period_from AND p.period_to = c.period_to
    WHERE p.measure = 'placements' AND c.measure = 'candidates'
)

SELECT
    claims,
    measure,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE
        WHEN
            period_to IS NOT NULL
            AND rank() OVER (PARTITION BY measure ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST) = 1
            THEN 'newest'
    END AS role,
    NULL AS formula,
    NULL AS inputs,
    claim AS tie
FROM numbers
WHERE claim IN (SELECT p.claim FROM pairs AS p) OR measure = 'candidates'
UNION ALL
SELECT
    p.claims,
    'selected_share_pct' AS measure,
    p.share AS value,
    'exact' AS qualifier,
    n.kind,
    n.period_from,
    n.period_to,
    n.from_precision,
    n.to_precision,
    n.dispute,
    NULL AS said_by,
    NULL AS publisher,
    NULL AS said_in,
    NULL AS language,
    NULL AS published_on,
    [] AS repeated_by,
    p.sources,
    'E' AS status,
    NULL AS role,
    'selected_share' AS formula,
    p.inputs,
    p.claim || p.of_claim AS tie
FROM pairs AS p
INNER JOIN numbers AS n ON p.claim = n.claim
WHERE p.share IS NOT NULL
ORDER BY period_from, measure, tie
