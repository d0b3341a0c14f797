-- One row per year of the register's release.
SELECT year
FROM register
WHERE "table" = 'by_year' AND year IS NOT NULL
GROUP BY year
ORDER BY year
