-- A bad cell is a start that is still to come.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'The assignment starts in the future. Leave the row out until it has begun, or set the date right.' AS problem
FROM cells
WHERE
    "column" = 'start_date'
    AND try_cast(meaning AS DATE) > getvariable('today')
ORDER BY file, sheet, row, "column"
