-- A bad cell is a formula: its value was worked out elsewhere, and may be another one here.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This is a formula. Copy the cells and paste them as values.' AS problem
FROM cells
WHERE
    starts_with(value, '=')
ORDER BY file, sheet, row, "column"
