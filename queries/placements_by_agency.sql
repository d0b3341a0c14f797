-- One row per UN agency and statement of $year that names it (all statements when null): the least and the most
-- volunteers that the statement allows there. A year that only lies in longer periods gives their rows without bounds
-- (K). role: the newest period.
WITH named AS (
    SELECT
        place,
        places,
        claim,
        claims,
        total,
        value,
        low,
        high,
        qualifier,
        kind,
        period_from,
        period_to,
        from_precision,
        to_precision,
        said_by,
        publisher,
        said_in,
        language,
        published_on,
        repeated_by,
        sources,
        status,
        $year::INTEGER IS NULL OR coalesce(year(period_from) = $year AND year(period_to) = $year, FALSE) AS of_year,
        coalesce(year(period_from) <= $year, period_to IS NOT NULL)
        AND coalesce(year(period_to) >= $year, period_from IS NOT NULL) AS around_year
    FROM bounds
    WHERE dimension = 'agency' AND measure = 'placements' AND origin = 'KAZ'
)

SELECT
    n.place AS agency,
    n.places,
    n.claims,
    n.total,
    n.qualifier,
    n.kind,
    n.period_from,
    n.period_to,
    n.from_precision,
    n.to_precision,
    n.said_by,
    n.publisher,
    n.said_in,
    n.language,
    n.published_on,
    n.repeated_by,
    n.sources,
    CASE WHEN n.of_year THEN n.value END AS value,
    CASE WHEN n.of_year THEN n.low END AS low,
    CASE WHEN n.of_year THEN n.high END AS high,
    CASE WHEN n.of_year THEN n.status ELSE 'K' END AS status,
    CASE WHEN n.of_year AND n.status = 'E' THEN 'bounds' END AS formula,
    CASE WHEN n.period_to IS NOT NULL AND rank() OVER backwards = 1 THEN 'newest' END AS role
FROM named AS n
WHERE
    n.of_year OR (n.around_year AND NOT EXISTS (
        SELECT 1 FROM named AS o
        WHERE o.of_year
    ))
WINDOW backwards AS (ORDER BY n.period_to DESC NULLS LAST, n.period_from DESC NULLS LAST)
ORDER BY n.period_to DESC, n.period_from DESC NULLS LAST, n.claim ASC, n.place ASC
