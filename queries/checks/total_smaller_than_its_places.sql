-- A bad row is a claim that counts fewer than the hosts or agencies it names, each of which has at least one.
SELECT
    'claims.csv' AS file,
    row,
    'value' AS "column",
    CAST(value AS VARCHAR) AS value,
    'Each host or agency named has at least one, so the total is too small. Set one of the two right.' AS problem
FROM claims
WHERE
    qualifier IN ('exact', 'almost', 'about')
    AND measure IN (
        SELECT code FROM codes
        WHERE list = 'counted_by_place'
    )
    AND value < GREATEST(LEN(hosts), LEN(agencies))
ORDER BY row
