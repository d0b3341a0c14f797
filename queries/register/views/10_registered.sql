-- One row per cell of the release of the register: the measure that it counts, the period that it covers, and whose it
-- is. A last year of which only a part lies in the data ends with the day of the data.
WITH days AS (
    SELECT
        min(r.year) AS first_year,
        max(r.year) AS last_year,
        max(s.published_on)::DATE AS as_of
    FROM register AS r
    INNER JOIN sources AS s ON s.source = 'REGISTER'
),

dated AS (
    SELECT
        r."table",
        r.scope,
        r.year,
        r.code,
        r.measure,
        r.value,
        r.status,
        r.release,
        make_date(coalesce(r.year, d.first_year), 1, 1) AS period_from,
        least(make_date(coalesce(r.year, d.last_year), 12, 31), d.as_of) AS period_to
    FROM register AS r
    CROSS JOIN days AS d
)

SELECT
    "table",
    scope,
    year,
    code,
    measure AS count,
    'register_' || measure || '_' || scope AS measure,
    value,
    CASE WHEN value IS NOT NULL THEN 'exact' END AS qualifier,
    status,
    'flow' AS kind,
    period_from,
    period_to,
    CASE WHEN month(period_to) = 12 AND day(period_to) = 31 THEN 'year' ELSE 'day' END AS from_precision,
    CASE WHEN month(period_to) = 12 AND day(period_to) = 31 THEN 'year' ELSE 'day' END AS to_precision,
    [release] AS claims,
    ['REGISTER'] AS sources
FROM dated
