-- A bad cell is a programme that is not in the list.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such programme. Write a code of the list in the template.' AS problem
FROM cells
WHERE
    "column" = 'programme'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
