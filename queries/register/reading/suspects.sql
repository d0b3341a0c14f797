-- One row per row of the files that is not sound, by itself or beside the others, as it was read, numbered as a
-- spreadsheet does.
WITH moved AS (
    SELECT
        file,
        row,
        max(empty) AS by_lines
    FROM empty_lines
    GROUP BY file, row
)

SELECT
    typed.file,
    typed.sheet,
    typed.row + coalesce(moved.by_lines, 0) AS row,
    typed.assignment_id,
    typed.volunteer_key,
    typed.host_country,
    typed.agency,
    typed.programme,
    typed.category,
    typed.start_date,
    typed.end_date,
    typed.sex,
    typed.birth_year,
    typed.age_group,
    typed.home_region,
    typed.hours,
    typed.host_code,
    typed.agency_code,
    typed.programme_code,
    typed.category_code,
    typed.first_day,
    typed.last_day,
    typed.sex_code,
    typed.born,
    typed.age,
    typed.age_code,
    typed.region_code,
    typed.minutes,
    typed.sound,
    coalesce(typed.assignment_id IN (SELECT d.assignment_id FROM doubled AS d), FALSE) AS is_doubled,
    typed.sound AND (
        keyed(typed.volunteer_key),
        typed.host_code <> 'KAZ',
        typed.first_day,
        coalesce(typed.last_day, DATE '9999-12-31')
    ) IN (SELECT (o.volunteer, o.abroad, o.first_day, o.last_day) FROM overlapping AS o) AS is_overlapping
FROM typed
ASOF LEFT JOIN moved ON typed.file = moved.file AND typed.row >= moved.row
WHERE NOT typed.sound OR is_doubled OR is_overlapping
