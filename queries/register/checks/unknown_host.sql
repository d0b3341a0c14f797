-- A bad cell is a host that is no country.
SELECT
    file,
    sheet,
    row,
    "column",
    value,
    'There is no country of this name, or more than one. Write its alpha-3 code, as KEN.' AS problem
FROM cells
WHERE
    "column" = 'host_country'
    AND value IS NOT NULL
    AND meaning IS NULL
ORDER BY file, sheet, row, "column"
