-- A bad cell is a start before there were any UN Volunteers.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This date lies before 1970. Set the year right.' AS problem
FROM cells
WHERE
    "column" = 'start_date'
    AND try_cast(meaning AS DATE) < DATE '1970-01-01'
ORDER BY file, sheet, row, "column"
