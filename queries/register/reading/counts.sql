-- One row: how many rows were read, and how many faults there are at least.
WITH faults AS (
    SELECT count(*) AS n
    FROM assignments
    WHERE NOT sound
    UNION ALL
    SELECT count(*) AS n
    FROM doubled
    UNION ALL
    SELECT count(*) AS n
    FROM overlapping
)

SELECT
    (SELECT count(*) FROM assignments) AS rows_read,
    sum(n)::BIGINT AS faults
FROM faults
