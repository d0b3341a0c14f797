-- One row per cell of the suspects: its text and what it means. A formula is told as such, and as nothing else.
WITH unpivoted AS (
    SELECT
        file,
        sheet,
        row,
        unnest([
            { 'column': 'assignment_id', 'value': assignment_id, 'meaning': assignment_id },
            { 'column': 'volunteer_key', 'value': volunteer_key, 'meaning': volunteer_key },
            { 'column': 'host_country', 'value': host_country, 'meaning': host_code },
            { 'column': 'agency', 'value': agency, 'meaning': agency_code },
            { 'column': 'programme', 'value': programme, 'meaning': programme_code },
            { 'column': 'category', 'value': category, 'meaning': category_code },
            { 'column': 'start_date', 'value': start_date, 'meaning': first_day::VARCHAR },
            { 'column': 'end_date', 'value': end_date, 'meaning': last_day::VARCHAR },
            { 'column': 'sex', 'value': sex, 'meaning': sex_code },
            { 'column': 'birth_year', 'value': birth_year, 'meaning': born::VARCHAR },
            { 'column': 'age_group', 'value': age_group, 'meaning': age_code },
            { 'column': 'home_region', 'value': home_region, 'meaning': region_code },
            { 'column': 'hours', 'value': hours, 'meaning': minutes::VARCHAR }
        ]) AS cell
    FROM suspects
)

SELECT
    unpivoted.file,
    unpivoted.sheet,
    unpivoted.row,
    unpivoted.cell."column",
    unpivoted.cell.value,
    CASE
        WHEN starts_with(unpivoted.cell.value, '=') THEN unpivoted.cell.value
        ELSE unpivoted.cell.meaning
    END AS meaning
FROM unpivoted
