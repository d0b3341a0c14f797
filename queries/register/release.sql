-- One row per cell as it is released: its value unless its name is in `withheld`, and the marks of SDMX for both cases.
-- Days are released as years of 365.25 days: this is the only place where anything is divided or rounded.
-- Why a cell is withheld is not told apart (C for all): "small itself" would say how small.
SELECT
    c."table",
    c.scope,
    c.year,
    c.dimension,
    c.code,
    CASE c.measure WHEN 'volunteer_days' THEN 'volunteer_years' ELSE c.measure END AS measure,
    CASE
        WHEN w.cell IS NOT NULL THEN NULL
        WHEN c.measure = 'volunteer_days' THEN round(c.value / 365.25, 2)
        ELSE c.value
    END::DOUBLE AS value,
    CASE WHEN w.cell IS NULL THEN 'A' ELSE 'Q' END AS status,
    CASE WHEN w.cell IS NULL THEN 'F' ELSE 'C' END AS conf_status
FROM cells AS c
LEFT JOIN withheld AS w ON c.cell = w.cell
ORDER BY c."table", c.scope, c.year NULLS FIRST, c.code NULLS FIRST, c.measure
