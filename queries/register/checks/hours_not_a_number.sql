-- A bad cell is a number of hours that is no plain number.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This is not a number of hours. Write digits, and a point before decimals: 120 or 7.5.' AS problem
FROM cells
WHERE
    "column" = 'hours'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
