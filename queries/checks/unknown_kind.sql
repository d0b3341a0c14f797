-- A bad row is a claim whose kind is missing or unknown.
SELECT
    'claims.csv' AS file,
    row,
    'kind' AS "column",
    kind AS value,
    'No such kind. Write flow, stock or cumulative.' AS problem
FROM claims
WHERE
    kind IS NULL
    OR kind NOT IN ('flow', 'stock', 'cumulative')
ORDER BY row
