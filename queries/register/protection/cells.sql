-- One row per cell as its protection sees it: its value, how many people stand behind it, what readers lose with it.
-- This is the one place that says what a cell is worth: a total over all codes far more than one of its parts, a number
-- over all years more than that of a year, and a pair of host and agency least of all; and each the more, the more
-- people it counts, by the digits of their number in base two: the largest countries are what readers look for.
SELECT
    cell,
    value,
    behind,
    (1 + length(bin(behind))) * CASE
        WHEN dimension IS NULL AND year IS NULL THEN 50
        WHEN dimension IS NULL THEN 20
        WHEN dimension = 'host.agency' THEN 1
        WHEN year IS NULL THEN 5
        ELSE 2
    END AS loss
FROM cells
ORDER BY cell
