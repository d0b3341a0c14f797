-- A bad row is a country without a name in English or Russian.
SELECT
    'countries.csv' AS file,
    row,
    'name_en' AS "column",
    concat(name_en, ' / ', name_ru) AS value,
    'A country needs its names in English and in Russian. Write both.' AS problem
FROM countries_csv
WHERE name_en IS NULL OR name_ru IS NULL
ORDER BY row
