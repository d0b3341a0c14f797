-- A bad row has the assignment id of an earlier row.
SELECT
    file,
    sheet,
    row,
    'assignment_id' AS "column",
    assignment_id AS value,
    'This id stands in an earlier row too. Give each assignment its own.' AS problem
FROM suspects
WHERE is_doubled
QUALIFY row_number() OVER (PARTITION BY assignment_id ORDER BY file, sheet, row) > 1
ORDER BY file, sheet, row
