-- One row: how many rows of the files have a problem.
SELECT count(*) AS refused
FROM (
    SELECT DISTINCT
        file,
        sheet,
        row
    FROM problems
) AS faulty
