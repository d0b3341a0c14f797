-- A bad row is a claim left alone in its tension: a claim and its repetitions count as one.
SELECT
    'claims.csv' AS file,
    row,
    'tension' AS "column",
    tension AS value,
    'A tension needs two claims that do not repeat each other. Add the other, or take the code off.' AS problem
FROM claims
WHERE tension IS NOT NULL
QUALIFY count(DISTINCT coalesce(corroborates, claim)) OVER (PARTITION BY tension) < 2
ORDER BY row
