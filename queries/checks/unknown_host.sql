-- A bad row is a claim with a host that is no country (disputed areas have no alpha-2 code).
SELECT
    'claims.csv' AS file,
    claims.row,
    'hosts' AS "column",
    named.host AS value,
    'No such country in dashboard/locale/places.csv. Write alpha-3 codes of ISO 3166-1, joined as KEN;THA.' AS problem
FROM claims, unnest(claims.hosts) AS named (host)
WHERE
    named.host NOT IN (
        SELECT place FROM places
        WHERE alpha_2 IS NOT NULL
    )
ORDER BY claims.row, named.host
