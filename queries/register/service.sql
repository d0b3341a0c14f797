-- One row per assignment and year in which it has days: the days within that year, first and last included, up to the
-- day of the data (the last day of the last of `years`), and whether the assignment started in it. Abroad and at home
-- are two measures, which nothing adds: the scope tells them apart.
SELECT
    CASE WHEN a.host = 'KAZ' THEN 'home' ELSE 'abroad' END AS scope,
    y.year,
    a.volunteer,
    a.host,
    a.agency,
    a.programme,
    a.category,
    coalesce(a.sex, '_U') AS sex,
    coalesce(a.age_group, '_U') AS age_group,
    coalesce(a.region, '_U') AS region,
    CASE WHEN a.year = y.year THEN 1 ELSE 0 END AS started,
    date_diff(
        'day', greatest(a.start_date, y.first_day), least(coalesce(a.end_date, y.last_day), y.last_day)
    ) + 1 AS days
FROM assignments AS a
INNER JOIN years AS y ON a.start_date <= y.last_day AND coalesce(a.end_date, y.last_day) >= y.first_day
