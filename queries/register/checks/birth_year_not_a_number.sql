-- A bad cell is a year of birth that is no plain number.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'This is not a year of birth. Write its four digits, as 1998.' AS problem
FROM cells
WHERE
    "column" = 'birth_year'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
