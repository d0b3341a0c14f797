-- A bad cell is a date as the number of a day that spreadsheets count, from 1900 or from 1904.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This is the number of a day in a spreadsheet, not a date. Format the column as a date.' AS problem
FROM cells
WHERE
    "column" IN ('start_date', 'end_date')
    AND value IS NOT NULL
    AND meaning IS NULL
    AND regexp_full_match(value, '[0-9]{5}(\.[0-9]+)?')
ORDER BY file, sheet, row, "column"
