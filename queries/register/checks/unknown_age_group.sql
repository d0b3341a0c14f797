-- A bad cell is an age group that is not in the list.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such age group. Write a code of the list in the template, as Y15T24.' AS problem
FROM cells
WHERE
    "column" = 'age_group'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
