-- A bad row is a claim that names one host twice.
SELECT
    'claims.csv' AS file,
    claims.row,
    'hosts' AS "column",
    named.host AS value,
    'One host is named twice. Keep it once.' AS problem
FROM claims, unnest(claims.hosts) AS named (host)
GROUP BY claims.row, named.host
HAVING count(*) > 1
ORDER BY claims.row, named.host
