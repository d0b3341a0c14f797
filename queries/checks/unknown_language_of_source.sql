-- A bad row is a source whose language is missing or not in the catalogue.
SELECT
    'sources.csv' AS file,
    row,
    'language' AS "column",
    language AS value,
    'No such language. Write its code of ISO 639-1, and add it to the catalogue first.' AS problem
FROM sources
WHERE
    language IS NULL
    OR language NOT IN (
        SELECT code FROM codes
        WHERE list = 'languages'
    )
ORDER BY row
