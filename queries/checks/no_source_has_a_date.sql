-- A bad row is the whole of sources.csv where no source says when it was published: a release has the newest date.
SELECT
    'sources.csv' AS file,
    NULL AS row,
    'published_on' AS "column",
    max(published_on) AS value,
    'No source has a date, so the release would have none. Write the date of one.' AS problem
FROM sources_csv
HAVING max(published_on) IS NULL
ORDER BY file
