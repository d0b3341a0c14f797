-- One row per cell as it is released: its value unless its name is in `withheld`, and the marks of SDMX for both cases.
-- Why a cell is withheld is not told apart (C for all): "small itself" would say how small.
SELECT
    c."table",
    c.year,
    c.dimension,
    c.code,
    c.measure,
    CASE WHEN w.cell IS NULL THEN c.value END AS value,
    CASE WHEN w.cell IS NULL THEN 'A' ELSE 'Q' END AS status,
    CASE WHEN w.cell IS NULL THEN 'F' ELSE 'C' END AS conf_status
FROM cells AS c
LEFT JOIN withheld AS w ON c.cell = w.cell
ORDER BY c."table", c.year NULLS FIRST, c.code NULLS FIRST, c.measure
