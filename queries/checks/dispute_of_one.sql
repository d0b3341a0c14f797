-- A bad row is a claim left alone in its dispute: a claim and its repetitions count as one.
SELECT
    'claims.csv' AS file,
    row,
    'dispute' AS "column",
    dispute AS value,
    'A dispute needs two claims that do not repeat each other. Add the other, or take the code off.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT coalesce(corroborates, claim)) OVER (PARTITION BY dispute) < 2
ORDER BY row
