-- One row per number that stands for the assignment ids of more than one row.
SELECT number
FROM assignments
WHERE number IS NOT NULL
GROUP BY number
HAVING count(*) > 1
