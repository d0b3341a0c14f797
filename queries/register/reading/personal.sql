-- One row per column of a file that holds personal data: where it first does, without what it holds.
SELECT
    cells.file,
    cells.sheet,
    min(cells.row) AS row,
    any_value(coalesce(headings.heading, cells."column")) AS "column"
FROM cells
LEFT JOIN headings
    ON
        cells.file = headings.file
        AND cells.sheet IS NOT DISTINCT FROM headings.sheet
        AND cells."column" = headings."column"
WHERE is_personal(cells.value)
GROUP BY cells.file, cells.sheet, cells."column"
ORDER BY cells.file, cells.sheet, cells."column"
