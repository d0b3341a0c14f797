-- One row per cell of days and cell of those who served them: who began in the same year or before, each no more days
-- than the calendar has up to the day of the data. A person serves one day at a time, as far as that is true of the
-- values; of assignments it always is.
WITH served AS (
    SELECT
        d.cell AS volunteer_days,
        d.value AS days,
        c.cell,
        c.measure,
        c.value,
        y.last_day - y.first_day + 1 AS longest
    FROM cells AS d
    INNER JOIN years AS y ON d.year = y.year
    INNER JOIN cells AS c
        ON
            d."table" = c."table" AND d.scope = c.scope AND d.code IS NOT DISTINCT FROM c.code
            AND d.year >= c.year AND c.measure <> 'volunteer_days'
    WHERE d.measure = 'volunteer_days'
    UNION ALL
    SELECT
        d.cell AS volunteer_days,
        d.value AS days,
        c.cell,
        c.measure,
        c.value,
        (SELECT max(y.last_day) - min(y.first_day) + 1 FROM years AS y) AS longest
    FROM cells AS d
    INNER JOIN cells AS c
        ON d."table" = c."table" AND d.scope = c.scope AND d.code IS NOT DISTINCT FROM c.code
    WHERE
        d.measure = 'volunteer_days' AND c.measure <> 'volunteer_days'
        AND d.year IS NULL AND c.year IS NULL AND d.dimension IS DISTINCT FROM 'span.programme'
)

SELECT
    volunteer_days,
    cell,
    longest
FROM served
QUALIFY
    measure = CASE
        WHEN sum(CASE measure WHEN 'people' THEN value * longest END) OVER (PARTITION BY volunteer_days) >= days
            THEN 'people'
        ELSE 'assignments'
    END
ORDER BY volunteer_days, cell
