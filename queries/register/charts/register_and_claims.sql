-- One row per published statement that the register counts too, by its measure and period, and one per measure and
-- period with the register's own count (O where its tables have none). comparison: agree, differ, or open where a
-- qualifier or a withheld count leaves it so. Volunteers sent abroad with government funding are those of that
-- programme; national UN Volunteers are that category at home.
WITH compared AS (
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
        said_by,
        said_in,
        dispute,
        sources,
        place,
        CASE measure WHEN 'placements' THEN 'abroad' ELSE 'home' END AS scope,
        kind = 'flow'
        AND period_from = make_date(year(period_from), 1, 1)
        AND period_to = make_date(year(period_to), 12, 31) AS of_years
    FROM statements
    WHERE
        corroborates IS NULL AND whole AND origin = 'KAZ'
        AND coalesce(period_from, period_to) IS NOT NULL
        AND measure IN ('placements', 'national_un_volunteers', 'volunteers_at_home')
),

named AS (
    SELECT
        measure,
        scope,
        kind,
        period_from,
        period_to,
        any_value(from_precision) AS from_precision,
        any_value(to_precision) AS to_precision,
        CASE
            WHEN year(period_from) < year(period_to) THEN 'by_span'
            WHEN measure = 'placements' THEN 'by_programme'
            WHEN measure = 'national_un_volunteers' THEN 'by_category'
            ELSE 'by_year'
        END AS "table",
        CASE WHEN year(period_from) = year(period_to) THEN year(period_to) END AS year,
        CASE
            WHEN year(period_from) < year(period_to)
                THEN year(period_from) || '-' || year(period_to) || '.full_funding'
            WHEN measure = 'placements' THEN 'full_funding'
            WHEN measure = 'national_un_volunteers' THEN 'national'
        END AS code
    FROM compared
    WHERE of_years
    GROUP BY measure, scope, kind, period_from, period_to
),

counted AS (
    SELECT
        n.measure,
        n.scope,
        n.kind,
        n.period_from,
        n.period_to,
        n.from_precision,
        n.to_precision,
        r.claims,
        r.sources,
        r.value,
        r.qualifier,
        r.status
    FROM named AS n
    INNER JOIN registered AS r
        ON
            n."table" = r."table" AND n.scope = r.scope AND r.count = 'people'
            AND n.year IS NOT DISTINCT FROM r.year AND n.code IS NOT DISTINCT FROM r.code
            -- A year of which the data holds only a part is not compared.
            AND r.to_precision = 'year'
),

told AS (
    SELECT count(*) AS published
    FROM compared AS c
    LEFT JOIN counted AS r
        ON
            c.measure = r.measure AND c.kind = r.kind
            AND c.period_from IS NOT DISTINCT FROM r.period_from AND c.period_to = r.period_to
    WHERE c.measure = 'placements' OR r.measure IS NOT NULL
),

-- That its tables hold no count is something that a release says too.
whose AS (
    SELECT
        coalesce(list(DISTINCT release), []) AS claims,
        if(count(*) > 0, ['REGISTER'], []) AS sources
    FROM register
)

SELECT
    c.measure AS compared,
    c.measure,
    c.said_by,
    c.said_in,
    c.claims,
    c.value,
    c.qualifier,
    c.kind,
    c.period_from,
    c.period_to,
    c.from_precision,
    c.to_precision,
    c.dispute,
    CASE
        WHEN r.value IS NULL OR c.qualifier IN ('about', 'almost') THEN 'open'
        WHEN c.qualifier = 'over' THEN if(r.value > c.value, 'agree', 'differ')
        WHEN c.qualifier = 'at_least' THEN if(r.value >= c.value, 'agree', 'differ')
        ELSE if(r.value = c.value, 'agree', 'differ')
    END AS comparison,
    c.sources,
    'A' AS status,
    NULL AS role,
    told.published,
    c.place,
    CASE WHEN r.measure IS NULL THEN 1 ELSE 0 END AS tie
FROM compared AS c
LEFT JOIN counted AS r
    ON
        c.measure = r.measure AND c.kind = r.kind
        AND c.period_from IS NOT DISTINCT FROM r.period_from AND c.period_to = r.period_to
CROSS JOIN told
WHERE c.measure = 'placements' OR r.measure IS NOT NULL
UNION ALL
SELECT
    r.measure AS compared,
    'register_people_' || r.scope AS measure,
    'register' AS said_by,
    NULL AS said_in,
    r.claims,
    r.value,
    r.qualifier,
    r.kind,
    r.period_from,
    r.period_to,
    r.from_precision,
    r.to_precision,
    NULL AS dispute,
    NULL AS comparison,
    r.sources,
    r.status,
    NULL AS role,
    told.published,
    999 AS place,
    0 AS tie
FROM counted AS r
CROSS JOIN told
UNION ALL
SELECT DISTINCT
    c.measure AS compared,
    'register_people_' || c.scope AS measure,
    'register' AS said_by,
    NULL AS said_in,
    whose.claims,
    NULL AS value,
    NULL AS qualifier,
    c.kind,
    c.period_from,
    c.period_to,
    c.from_precision,
    c.to_precision,
    NULL AS dispute,
    'uncounted' AS comparison,
    whose.sources,
    'O' AS status,
    NULL AS role,
    told.published,
    999 AS place,
    1 AS tie
FROM compared AS c
LEFT JOIN counted AS r
    ON
        c.measure = r.measure AND c.kind = r.kind
        AND c.period_from IS NOT DISTINCT FROM r.period_from AND c.period_to = r.period_to
CROSS JOIN whose
CROSS JOIN told
WHERE c.measure = 'placements' AND r.measure IS NULL
ORDER BY
    compared = 'placements' DESC,
    compared DESC,
    tie ASC,
    period_to DESC,
    period_from DESC NULLS LAST,
    kind ASC,
    place ASC,
    claims ASC
