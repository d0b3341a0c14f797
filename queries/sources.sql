-- One row per source: title, publisher, date, address, language, and how much of it was read.
SELECT
    source,
    title,
    title_kind,
    publisher,
    official,
    published_on,
    address,
    language,
    read
FROM sources
ORDER BY source
