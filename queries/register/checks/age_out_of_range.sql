-- A bad row makes its volunteer younger than 5 or older than 100.
SELECT
    file,
    sheet,
    row,
    'birth_year' AS "column",
    birth_year AS value,
    'The volunteer would be younger than 5 or older than 100 at the start. Set the two years right.' AS problem
FROM suspects
WHERE birth_year IS NOT NULL AND age NOT BETWEEN 5 AND 100
ORDER BY file, sheet, row
