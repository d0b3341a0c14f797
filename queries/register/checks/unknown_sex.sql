-- A bad cell is a sex other than the two codes and their words.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such code for sex. Write F or M, or leave the cell empty if it is not stated.' AS problem
FROM cells
WHERE
    "column" = 'sex'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
