-- A bad cell is a region that is none of the 20 and no older code of one.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'No such region of Kazakhstan. Write one of the 20 codes of ISO 3166-2, as KZ-71, or the full name.' AS problem
FROM cells
WHERE
    "column" = 'home_region'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
