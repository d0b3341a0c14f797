-- One row per statement on how many volunteers there are in Kazakhstan, and per result of the Bureau of National
-- Statistics, which is another measure. role: the newest period of each, and the first of the statements.
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
        WHEN measure IN ('volunteers_at_home', 'surveyed_volunteers') AND rank() OVER backwards = 1 THEN 'newest'
        WHEN measure = 'volunteers_at_home' AND rank() OVER forwards = 1 THEN 'first'
    END AS role
FROM statements
WHERE
    measure IN ('volunteers_at_home', 'surveyed_volunteers', 'surveyed_volunteers_change_pct')
    AND corroborates IS NULL
WINDOW
    backwards AS (PARTITION BY measure, everyone ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST),
    forwards AS (PARTITION BY measure, everyone ORDER BY period_from ASC NULLS LAST, period_to ASC NULLS LAST)
ORDER BY
    CASE measure WHEN 'volunteers_at_home' THEN 1 WHEN 'surveyed_volunteers' THEN 2 ELSE 3 END,
    period_from,
    period_to,
    place,
    claim
