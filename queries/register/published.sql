-- One row per cell of the released rows in `release`, by the name that it has where it is counted; null is withheld.
SELECT
    "table" || '/' || coalesce(year::VARCHAR, '_T') || '/' || coalesce(code, '_T') || '/' || measure AS cell,
    "table",
    year,
    measure,
    value,
    status
FROM release
ORDER BY cell
