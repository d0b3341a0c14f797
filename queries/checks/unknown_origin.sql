-- A bad row is a claim with an origin that is no country (disputed areas have no alpha-2 code).
SELECT
    'claims.csv' AS file,
    row,
    'origin' AS "column",
    origin AS value,
    'No such country in dashboard/locale/places.csv. Write its alpha-3 code of ISO 3166-1.' AS problem
FROM claims
WHERE
    origin NOT IN (
        SELECT place FROM places
        WHERE alpha_2 IS NOT NULL
    )
ORDER BY row
