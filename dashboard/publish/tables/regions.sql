-- One row per region of Kazakhstan in the catalogue: its names.
SELECT
    names.place AS region,
    names.name_en,
    names.name_ru,
    names.name_kk
FROM names
INNER JOIN codes ON names.place = codes.code AND codes.list = 'regions'
ORDER BY region
