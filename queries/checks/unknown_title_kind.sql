-- A bad row is a source whose title is of no known kind.
SELECT
    'sources.csv' AS file,
    row,
    'title_kind' AS "column",
    title_kind AS value,
    'A title is original, read_off_address or description. Write one of them.' AS problem
FROM sources
WHERE
    title_kind IS NULL
    OR title_kind NOT IN ('original', 'read_off_address', 'description')
ORDER BY row
