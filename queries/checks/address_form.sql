-- A bad row is a source whose address does not start with https:// or http://, or holds blanks.
SELECT
    'sources.csv' AS file,
    row,
    'address' AS "column",
    address AS value,
    'An address starts with https:// or http:// and holds no blanks. Write it whole.' AS problem
FROM sources_csv
WHERE address IS NULL OR NOT regexp_full_match(address, 'https?://[^\s]+')
ORDER BY row
