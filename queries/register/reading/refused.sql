-- One row: how many rows of the files are not sound or have a problem.
WITH faulty AS (
    SELECT
        file,
        sheet,
        row
    FROM suspects
    WHERE NOT sound
    UNION
    SELECT
        file,
        sheet,
        row
    FROM problems
)

SELECT count(*) AS refused
FROM faulty
