-- One row per region of Kazakhstan: its names.
SELECT
    places.place AS region,
    places.name_kk,
    places.name_ru,
    places.name_en
FROM places
INNER JOIN codes ON places.place = codes.code AND codes.list = 'regions'
ORDER BY region
