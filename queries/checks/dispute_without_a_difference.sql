-- A bad row is a claim of a dispute in which all say the same.
SELECT
    'claims.csv' AS file,
    row,
    'dispute' AS "column",
    dispute AS value,
    'All claims of this dispute give the same number. Set it right, or take the code off.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY
    count(*) OVER (PARTITION BY dispute) > 1
    AND count(DISTINCT concat(value, qualifier)) OVER (PARTITION BY dispute) = 1
ORDER BY row
