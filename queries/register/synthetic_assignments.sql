-- One row per assignment of the table `synthetic`, in the types and codes in which a register is kept and counted.
SELECT
    unhex(sha256(volunteer_key)) AS volunteer,
    host_country AS host,
    agency,
    programme,
    category,
    start_date::DATE AS start_date,
    end_date::DATE AS end_date,
    sex,
    CASE
        WHEN year(start_date::DATE) - birth_year < 25 THEN 'Y15T24'
        WHEN year(start_date::DATE) - birth_year < 35 THEN 'Y25T34'
        WHEN year(start_date::DATE) - birth_year < 45 THEN 'Y35T44'
        WHEN birth_year IS NOT NULL THEN 'Y_GE45'
    END AS age_group,
    home_region AS region,
    (hours * 60)::INTEGER AS minutes,
    year(start_date::DATE)::INTEGER AS year
FROM synthetic
