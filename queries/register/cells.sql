-- One row per cell of the tables of a register, abroad and at home: what was counted, zero where nothing was, and how
-- many volunteers stand behind it. Null is the total: of all years, of all codes. Both scopes have all years.
WITH periods AS (
    SELECT year FROM years
    UNION ALL
    SELECT NULL AS year
),

codes AS (
    SELECT DISTINCT
        "table",
        scope,
        dimension,
        code
    FROM counts
    WHERE "table" NOT IN ('by_host_and_agency', 'by_span')
),

keys AS (
    SELECT
        codes."table",
        codes.scope,
        periods.year,
        codes.dimension,
        codes.code
    FROM codes
    CROSS JOIN periods
    UNION ALL
    SELECT
        'by_host_and_agency' AS "table",
        hosts.scope,
        NULL AS year,
        'host.agency' AS dimension,
        hosts.code || '.' || agencies.code AS code
    FROM counts AS hosts
    CROSS JOIN counts AS agencies
    WHERE
        hosts."table" = 'by_host' AND hosts.year IS NULL
        AND hosts.scope = agencies.scope
        AND agencies."table" = 'by_agency' AND agencies.year IS NULL
    UNION ALL
    SELECT
        'by_span' AS "table",
        'abroad' AS scope,
        NULL AS year,
        'span.programme' AS dimension,
        spans.code
    FROM spans
),

filled AS (
    SELECT
        k."table",
        k.scope,
        k.year,
        k.dimension,
        k.code,
        concat_ws('/', k.scope, k."table", coalesce(k.year::VARCHAR, '_T'), coalesce(k.code, '_T'), '') AS name,
        coalesce(c.people, 0)::BIGINT AS people,
        coalesce(c.assignments, 0)::BIGINT AS assignments,
        coalesce(c.volunteer_days, 0)::BIGINT AS volunteer_days,
        coalesce(c.behind, 0)::BIGINT AS behind
    FROM keys AS k
    LEFT JOIN counts AS c
        ON
            k."table" = c."table" AND k.scope = c.scope
            AND k.year IS NOT DISTINCT FROM c.year AND k.code IS NOT DISTINCT FROM c.code
)

SELECT
    name || 'people' AS cell,
    "table",
    scope,
    year,
    dimension,
    code,
    'people' AS measure,
    people AS value,
    people AS behind
FROM filled
UNION ALL
SELECT
    name || 'assignments' AS cell,
    "table",
    scope,
    year,
    dimension,
    code,
    'assignments' AS measure,
    assignments AS value,
    people AS behind
FROM filled
UNION ALL
SELECT
    name || 'volunteer_days' AS cell,
    "table",
    scope,
    year,
    dimension,
    code,
    'volunteer_days' AS measure,
    volunteer_days AS value,
    behind
FROM filled
ORDER BY cell
