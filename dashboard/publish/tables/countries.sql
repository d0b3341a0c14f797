-- One row per country or area of the map: names (in Kazakh by CLDR unless the file has one), and where the label is.
SELECT
    countries_csv.row,
    countries_csv.alpha_3 AS country,
    countries_csv.alpha_2,
    countries_csv.m49,
    countries_csv.name_en,
    countries_csv.name_ru,
    coalesce(countries_csv.name_kk, names.name_kk) AS name_kk,
    labels.lon,
    labels.lat
FROM countries_csv
LEFT JOIN labels ON countries_csv.alpha_3 = labels.country
LEFT JOIN names ON countries_csv.alpha_3 = names.place
ORDER BY countries_csv.alpha_3, countries_csv.row
