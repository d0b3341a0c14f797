-- One row per source: the text of sources.csv, official as true or false.
SELECT
    row,
    source,
    title,
    title_kind,
    publisher,
    try_cast(official AS BOOLEAN) AS official,
    published_on,
    address,
    language,
    read
FROM sources_csv
ORDER BY source, row
