-- One row per country and region of Kazakhstan: its place in the Kazakh, Russian and English alphabet.
WITH names AS (
    SELECT
        country AS place,
        name_kk,
        name_ru,
        name_en
    FROM countries
    UNION ALL
    SELECT
        region AS place,
        name_kk,
        name_ru,
        name_en
    FROM regions
)

SELECT
    place,
    row_number() OVER (ORDER BY name_kk COLLATE kk, place) AS kk,
    row_number() OVER (ORDER BY name_ru COLLATE ru, place) AS ru,
    row_number() OVER (ORDER BY name_en COLLATE en, place) AS en
FROM names
