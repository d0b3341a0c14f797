-- A bad row is a country whose alpha-3 code is not three capitals.
SELECT
    'countries.csv' AS file,
    row,
    'alpha_3' AS "column",
    alpha_3 AS value,
    'A code is three capitals, by ISO 3166-1 or as the map has it. Write it so.' AS problem
FROM countries_csv
WHERE alpha_3 IS NULL OR NOT regexp_full_match(alpha_3, '[A-Z]{3}')
ORDER BY row
