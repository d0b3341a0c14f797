-- One row per row of the files, in types and codes, with the volunteer as a keyed digest; sound says whether it
-- may stay, number stands for the assignment id as long as ids are compared.
SELECT
    numbered(assignment_id) AS number,
    keyed(volunteer_key) AS volunteer,
    host_code AS host,
    agency_code AS agency,
    programme_code AS programme,
    category_code AS category,
    first_day AS start_date,
    last_day AS end_date,
    sex_code AS sex,
    CASE
        WHEN age_code IS NOT NULL THEN age_code
        WHEN age < 15 THEN 'Y_LT15'
        WHEN age < 25 THEN 'Y15T24'
        WHEN age < 35 THEN 'Y25T34'
        WHEN age < 45 THEN 'Y35T44'
        WHEN age IS NOT NULL THEN 'Y_GE45'
    END::CODE AS age_group,
    region_code AS region,
    minutes,
    year(first_day)::INTEGER AS year,
    sound
FROM typed
