-- A bad row ends before it starts.
SELECT
    file,
    sheet,
    row,
    'end_date' AS "column",
    end_date AS value,
    'The end lies before the start. Set the two dates right.' AS problem
FROM suspects
WHERE last_day < first_day
ORDER BY file, sheet, row
