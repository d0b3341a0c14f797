-- A bad row is a claim with less than nothing, on a measure that is not a change.
SELECT
    'claims.csv' AS file,
    row,
    'value' AS "column",
    CAST(value AS VARCHAR) AS value,
    'Only a measure of change may be below zero. Set the number or the measure right.' AS problem
FROM claims
WHERE
    value < 0
    AND measure NOT IN (
        SELECT code FROM codes
        WHERE list = 'changes'
    )
ORDER BY row
