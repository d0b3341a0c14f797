-- A bad row is a country whose alpha-2 is not two capitals or whose M49 is not three digits; an area may have neither.
SELECT
    'countries.csv' AS file,
    row,
    'alpha_2' AS "column",
    concat(alpha_2, ' / ', m49) AS value,
    'Alpha-2 is two capitals and M49 three digits. Write both, or neither for an undetermined area.' AS problem
FROM countries_csv
WHERE
    (alpha_2 IS NULL) <> (m49 IS NULL)
    OR NOT regexp_full_match(alpha_2, '[A-Z]{2}')
    OR NOT regexp_full_match(m49, '[0-9]{3}')
ORDER BY row
