-- One row per cell that cannot be zero, as its code or its year is listed in the tables only because somebody is there:
-- each code over all years, and the first year. Of that year nobody says in which scope, but who guesses may be right.
SELECT cell
FROM cells
WHERE
    (year IS NULL AND (dimension IS NULL OR dimension NOT IN ('host.agency', 'span.programme')))
    OR (dimension IS NULL AND year = (SELECT min(y.year) FROM years AS y) AND value > 0)
ORDER BY cell
