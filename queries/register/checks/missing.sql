-- A bad cell is an empty one that every assignment needs.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'The cell is empty. Every assignment needs this: fill it in.' AS problem
FROM cells
WHERE
    value IS NULL
    AND "column" IN (
        'assignment_id', 'volunteer_key', 'host_country', 'agency', 'programme', 'category', 'start_date'
    )
ORDER BY file, sheet, row, "column"
