-- One row per cell of the released rows in `release`, by the name that it has where it is counted (in days where years
-- of service are released); null is withheld.
SELECT
    concat_ws(
        '/',
        scope,
        "table",
        coalesce(year::VARCHAR, '_T'),
        coalesce(code, '_T'),
        CASE measure WHEN 'volunteer_years' THEN 'volunteer_days' ELSE measure END
    ) AS cell,
    "table",
    scope,
    year,
    measure,
    value,
    status
FROM release
ORDER BY cell
