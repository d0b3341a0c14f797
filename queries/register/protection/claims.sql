-- One row per published statement on volunteers sent abroad with government funding, set of cells that it bears on, and
-- cell; with the least and the most (null: no end) that these come to together for those who believe it.
--
-- A statement counts people of one programme, to its hosts and its agencies, in its period. They are among those of the
-- years in which it lies (of a day or up to a day: of those years and before), all together, with that programme, to
-- those hosts, to those agencies, in any span around it and over all years: so each such sum is at least its number,
-- the same for their assignments, and one more where it says "over". Where an exact number of whole calendar years is
-- just the sum of the cells of these years, there is nobody else in them, and whoever takes the statement for all there
-- is is right: then it is an upper bound as well. A host or an agency that is named has somebody. "About" and "almost"
-- bound nothing, and a statement that is not true of a sum tells nothing of it.
WITH said AS (
    SELECT
        claim,
        qualifier = 'exact' AND kind = 'flow'
        AND period_from = make_date(year(period_from), 1, 1)
        AND period_to = make_date(year(period_to), 12, 31) AS of_years,
        hosts,
        agencies,
        sex,
        region,
        CASE WHEN kind <> 'stock' THEN year(period_from) END AS first_year,
        year(period_to) AS last_year,
        ceil(value)::BIGINT + CASE qualifier WHEN 'over' THEN 1 ELSE 0 END AS least
    FROM claims
    WHERE
        measure = 'placements' AND origin = 'KAZ' AND qualifier IN ('exact', 'at_least', 'over')
        AND (period_from IS NOT NULL OR period_to IS NOT NULL)
),

bearing AS (
    SELECT
        s.claim,
        s.of_years AND (
            c.year IS NOT NULL OR (s.first_year = p.first_year AND s.last_year = p.last_year)
        ) AS of_years,
        s.least,
        c.cell,
        c.value,
        c."table" || CASE WHEN c.year IS NULL THEN ' of all years' ELSE '' END
        || CASE WHEN c.dimension = 'span.programme' THEN ' ' || c.code ELSE '' END AS kind,
        c.measure,
        c.dimension IN ('host', 'agency') AND (c.year IS NULL OR s.first_year = s.last_year) AS named
    FROM said AS s
    INNER JOIN cells AS c
        ON
            c.scope = 'abroad' AND c.measure <> 'volunteer_days'
            AND (c.year IS NULL OR c.year >= coalesce(s.first_year, c.year))
            AND (c.year IS NULL OR c.year <= coalesce(s.last_year, c.year))
    LEFT JOIN spans AS p ON c.dimension = 'span.programme' AND c.code = p.code
    WHERE
        c.dimension IS NULL
        OR (c.dimension = 'programme' AND c.code = 'full_funding')
        OR (c.dimension = 'host' AND list_contains(s.hosts, c.code))
        OR (c.dimension = 'agency' AND list_contains(s.agencies, c.code))
        OR (
            c.dimension = 'host.agency' AND list_contains(s.hosts, split_part(c.code, '.', 1))
            AND list_contains(s.agencies, split_part(c.code, '.', 2))
        )
        OR (c.dimension = 'sex' AND s.sex = c.code)
        OR (c.dimension = 'region' AND s.region = c.code)
        OR (
            c.dimension = 'span.programme' AND p.programme = 'full_funding'
            AND s.first_year >= p.first_year AND s.last_year <= p.last_year
        )
),

summed AS (
    SELECT
        claim,
        of_years,
        least,
        cell,
        kind,
        measure,
        sum(value) OVER (PARTITION BY claim, kind, measure) AS whole
    FROM bearing
)

SELECT
    claim || ' ' || kind || ' ' || measure AS known,
    cell,
    least,
    CASE WHEN of_years AND whole = least THEN least END AS most
FROM summed
WHERE whole >= least
UNION ALL
SELECT
    claim || ' names ' || cell AS known,
    cell,
    1 AS least,
    NULL AS most
FROM bearing
WHERE named AND value > 0
ORDER BY known, cell
