-- A bad row is a claim with an agency that is not in the catalogue.
SELECT
    'claims.csv' AS file,
    claims.row,
    'agencies' AS "column",
    named.agency AS value,
    'No such agency. Write codes of the catalogue, joined as UNDP;UNFPA.' AS problem
FROM claims, unnest(claims.agencies) AS named (agency)
WHERE
    named.agency NOT IN (
        SELECT code FROM codes
        WHERE list = 'agencies'
    )
ORDER BY claims.row, named.agency
