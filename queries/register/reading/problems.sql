-- One row per problem, each column under the name that its file gives it.
SELECT
    found.file,
    found.sheet,
    found.row,
    coalesce(headings.heading, found."column") AS "column",
    left(found.value, 100) AS value,
    found.problem AS sentence
FROM found
LEFT JOIN headings
    ON
        found.file = headings.file
        AND found.sheet IS NOT DISTINCT FROM headings.sheet
        AND found."column" = headings."column"
ORDER BY found.file, found.sheet, found.row, "column", sentence
