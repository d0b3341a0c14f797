-- One row per row of the files that holds anything: its text, what each cell of it means (NULL where it means nothing
-- that is known), and whether the row is sound by itself.
WITH looked_at AS (
    SELECT
        file,
        sheet,
        row,
        assignment_id,
        volunteer_key,
        host_country,
        agency,
        programme,
        category,
        start_date,
        end_date,
        sex,
        birth_year,
        age_group,
        home_region,
        hours,
        is_loose(concat_ws(
            chr(1), '', assignment_id, volunteer_key, host_country, agency, programme, category, start_date, end_date,
            sex, birth_year, age_group, home_region, hours, ''
        )) AS loose
    FROM lines
),

tidied AS (
    SELECT
        file,
        sheet,
        row,
        assignment_id AS first_cell,
        tidy(assignment_id, loose) AS assignment_id,
        tidy(volunteer_key, loose) AS volunteer_key,
        tidy(host_country, loose) AS host_country,
        tidy(agency, loose) AS agency,
        tidy(programme, loose) AS programme,
        tidy(category, loose) AS category,
        tidy(start_date, loose) AS start_date,
        tidy(end_date, loose) AS end_date,
        tidy(sex, loose) AS sex,
        tidy(birth_year, loose) AS birth_year,
        tidy(age_group, loose) AS age_group,
        tidy(home_region, loose) AS home_region,
        tidy(hours, loose) AS hours
    FROM looked_at
),

meant AS (
    SELECT
        t.* EXCLUDE (first_cell),
        hosts.code AS host_code,
        agencies.code AS agency_code,
        programmes.code AS programme_code,
        categories.code AS category_code,
        day_of(t.start_date) AS first_day,
        day_of(t.end_date) AS last_day,
        sexes.code AS sex_code,
        whole_number(t.birth_year) AS born,
        ages.code AS age_code,
        regions.code AS region_code,
        minutes_of(t.hours) AS minutes
    FROM tidied AS t
    LEFT JOIN names AS hosts ON hosts.list = 'countries' AND lower(t.host_country) = hosts.name
    LEFT JOIN names AS agencies ON agencies.list = 'agencies' AND lower(t.agency) = agencies.name
    LEFT JOIN names AS programmes ON programmes.list = 'programmes' AND lower(t.programme) = programmes.name
    LEFT JOIN names AS categories ON categories.list = 'categories' AND lower(t.category) = categories.name
    LEFT JOIN names AS sexes ON sexes.list = 'sexes' AND lower(t.sex) = sexes.name
    LEFT JOIN names AS ages ON ages.list = 'age_groups' AND lower(t.age_group) = ages.name
    LEFT JOIN names AS regions ON regions.list = 'regions' AND lower(t.home_region) = regions.name
    WHERE
        t.first_cell BETWEEN '!' AND '~'
        OR coalesce(
            t.assignment_id, t.volunteer_key, t.host_country, t.agency, t.programme, t.category, t.start_date,
            t.end_date, t.sex, t.birth_year, t.age_group, t.home_region, t.hours
        ) IS NOT NULL
)

SELECT
    *,
    year(first_day) - born AS age,
    coalesce(
        assignment_id IS NOT NULL
        AND volunteer_key IS NOT NULL
        AND NOT is_personal(assignment_id)
        AND NOT is_personal(volunteer_key)
        AND NOT starts_with(assignment_id, '=')
        AND NOT starts_with(volunteer_key, '=')
        AND host_code IS NOT NULL
        AND agency_code IS NOT NULL
        AND programme_code IS NOT NULL
        AND category_code IS NOT NULL
        AND first_day BETWEEN DATE '1970-01-01' AND getvariable('today')
        AND (end_date IS NULL OR last_day BETWEEN first_day AND getvariable('today'))
        AND (sex IS NULL OR sex_code IS NOT NULL)
        AND (birth_year IS NULL OR year(first_day) - born BETWEEN 5 AND 100)
        AND (age_group IS NULL OR age_code IS NOT NULL)
        AND (home_region IS NULL OR region_code IS NOT NULL)
        AND (hours IS NULL OR minutes IS NOT NULL),
        FALSE
    ) AS sound
FROM meant
