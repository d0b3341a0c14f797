-- One row per statement on how many volunteer organisations there are in Kazakhstan. role: the newest period and the
-- first.
SELECT
    claims,
    measure,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    repeated_by,
    sources,
    status,
    CASE
        WHEN NOT everyone OR period_to IS NULL THEN NULL
        WHEN rank() OVER backwards = 1 THEN 'newest'
        WHEN rank() OVER forwards = 1 THEN 'first'
    END AS role
FROM statements
WHERE
    measure = 'organisations_at_home'
    AND corroborates IS NULL
WINDOW
    backwards AS (PARTITION BY everyone ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST),
    forwards AS (PARTITION BY everyone ORDER BY period_from ASC NULLS LAST, period_to ASC NULLS LAST)
ORDER BY period_from, period_to, place, claim
