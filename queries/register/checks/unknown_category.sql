-- A bad cell is a category that is not in the list.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such category. Write youth, specialist, expert, community, online or national.' AS problem
FROM cells
WHERE
    "column" = 'category'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
