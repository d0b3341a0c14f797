-- A bad row shares a day with another row of the same volunteer, at least one of them abroad.
SELECT
    file,
    sheet,
    row,
    'start_date' AS "column",
    start_date || '/' || coalesce(end_date, '..') AS value,
    'Another row has the same volunteer on some of these days. Set the dates or the keys right.' AS problem
FROM suspects
WHERE is_overlapping
ORDER BY file, sheet, row
