-- One row per year from the first in which an assignment started to that of $as_of, the day of the data: its first day
-- and its last, which in the last year is $as_of.
SELECT
    year,
    make_date(year, 1, 1) AS first_day,
    least(make_date(year, 12, 31), $as_of::DATE) AS last_day
FROM (SELECT unnest(range(min(year)::BIGINT, year($as_of::DATE) + 1))::INTEGER AS year FROM assignments) AS numbers
ORDER BY year
