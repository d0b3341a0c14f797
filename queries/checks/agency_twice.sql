-- A bad row is a claim that names one agency twice.
SELECT
    'claims.csv' AS file,
    claims.row,
    'agencies' AS "column",
    named.agency AS value,
    'One agency is named twice. Keep it once.' AS problem
FROM claims, unnest(claims.agencies) AS named (agency)
GROUP BY claims.row, named.agency
HAVING count(*) > 1
ORDER BY claims.row, named.agency
