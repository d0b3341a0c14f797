-- One row per assignment id that stands in more than one row: texts are compared of those rows only whose numbers are
-- alike, so that of fifty million ids hardly one is held, and a number that two share by chance doubles neither.
SELECT assignment_id
FROM typed
WHERE numbered(assignment_id) IN (SELECT number FROM twice)
GROUP BY assignment_id
HAVING count(*) > 1
