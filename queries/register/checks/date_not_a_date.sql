-- A bad cell is a date in words or of another form.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This is not a date that can be read one way only. Write it as 2024-07-01 or 01.07.2024.' AS problem
FROM cells
WHERE
    "column" IN ('start_date', 'end_date')
    AND value IS NOT NULL
    AND meaning IS NULL
    AND NOT regexp_full_match(value, '[0-9]{5}(\.[0-9]+)?')
    AND NOT regexp_full_match(value, '[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}\.[0-9]{2}\.[0-9]{4}')
ORDER BY file, sheet, row, "column"
