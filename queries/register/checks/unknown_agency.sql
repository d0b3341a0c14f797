-- A bad cell is an agency that is not in the list.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such agency. Write a code of the list in the template, or add one to the catalogue first.' AS problem
FROM cells
WHERE
    "column" = 'agency'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
