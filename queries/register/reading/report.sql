-- One row per problem in words: what a spreadsheet would take for a formula is marked as text.
SELECT
    problems.file,
    problems.sheet,
    problems.row,
    problems."column",
    CASE
        WHEN regexp_matches(problems.value, '^[=+@-]') THEN '''' || problems.value
        ELSE problems.value
    END AS value,
    sentences.words AS problem
FROM problems
INNER JOIN sentences ON problems.sentence = sentences.sentence
ORDER BY problems.file, problems.sheet, problems.row, problems."column", problem
