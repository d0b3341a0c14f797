-- A bad row is a claim of a dispute that reaches over several events.
SELECT
    'claims.csv' AS file,
    row,
    'event' AS "column",
    event AS value,
    'The claims of this dispute differ here, so they are unlike. Make it a tension instead.' AS problem
FROM claims
WHERE dispute IS NOT NULL
QUALIFY count(DISTINCT coalesce(event, '')) OVER (PARTITION BY dispute) > 1
ORDER BY row
