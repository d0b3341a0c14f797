-- A bad cell is an end that is still to come.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'The end lies in the future. Leave the cell empty as long as the assignment lasts.' AS problem
FROM cells
WHERE
    "column" = 'end_date'
    AND try_cast(meaning AS DATE) > getvariable('today')
ORDER BY file, sheet, row, "column"
