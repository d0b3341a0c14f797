-- A bad row is a source whose date is not a year, a month or a day.
SELECT
    'sources.csv' AS file,
    row,
    'published_on' AS "column",
    published_on AS value,
    'Write the date as far as it is known: 2024, 2024-06 or 2024-06-01. Leave it empty if not seen.' AS problem
FROM sources_csv
WHERE
    NOT regexp_full_match(published_on, '[0-9]{4}(-[0-9]{2}){0,2}')
    OR (
        published_on IS NOT NULL
        AND try_cast(concat(published_on, repeat('-01', (10 - len(published_on)) // 3)) AS DATE) IS NULL
    )
ORDER BY row
