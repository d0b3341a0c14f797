-- A bad cell is a date of the right form that no calendar has.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'There is no such day in the calendar. Set the date right.' AS problem
FROM cells
WHERE
    "column" IN ('start_date', 'end_date')
    AND value IS NOT NULL
    AND meaning IS NULL
    AND regexp_full_match(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{4}')
ORDER BY file, sheet, row, "column"
