-- A bad row is a country whose id stands in an earlier row too.
SELECT
    'countries.csv' AS file,
    row,
    'alpha_3' AS "column",
    alpha_3 AS value,
    'This id stands in an earlier row too. Give each row its own.' AS problem
FROM countries_csv
WHERE alpha_3 IS NOT NULL
QUALIFY count(*) OVER (PARTITION BY alpha_3 ORDER BY row) > 1
ORDER BY row
