-- One row per assignment id that stands in more than one row. Numbers are grouped before texts are: of fifty million
-- ids that takes a quarter of the memory, and a number that two ids share by chance is sorted out at the end.
WITH twice AS (
    SELECT hash(assignment) AS number
    FROM assignments
    WHERE assignment IS NOT NULL
    GROUP BY number
    HAVING count(*) > 1
)

SELECT assignment
FROM assignments
WHERE hash(assignment) IN (SELECT number FROM twice)
GROUP BY assignment
HAVING count(*) > 1
