-- One row per country or area of the map: its names, and where its label is.
SELECT
    places.place AS country,
    places.alpha_2,
    places.name_kk,
    places.name_ru,
    places.name_en,
    labels.lon,
    labels.lat
FROM places
INNER JOIN codes ON places.place = codes.code AND codes.list = 'countries'
LEFT JOIN labels ON places.place = labels.country
ORDER BY country
