-- One row per statement on what UN Volunteers worldwide are like: women, young people, online, countries of assignment.
-- role: the newest period of each measure and the first.
SELECT
    claims,
    measure,
    value,
    qualifier,
    kind,
    period_from,
    period_to,
    from_precision,
    to_precision,
    dispute,
    tension,
    said_by,
    publisher,
    said_in,
    language,
    published_on,
    repeated_by,
    sources,
    status,
    CASE
        WHEN period_to IS NULL THEN NULL
        WHEN rank() OVER backwards = 1 THEN 'newest'
        WHEN rank() OVER forwards = 1 THEN 'first'
    END AS role
FROM statements
WHERE
    measure IN ('women_share_pct', 'youth_volunteers', 'online_volunteers', 'countries_of_assignment')
    AND world_region IS NULL
    AND corroborates IS NULL
WINDOW
    backwards AS (PARTITION BY measure ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST),
    forwards AS (PARTITION BY measure ORDER BY period_from ASC NULLS LAST, period_to ASC NULLS LAST)
ORDER BY
    -- What is counted in people stands side by side.
    CASE measure
        WHEN 'youth_volunteers' THEN 1
        WHEN 'online_volunteers' THEN 2
        WHEN 'women_share_pct' THEN 3
        ELSE 4
    END,
    period_from ASC,
    period_to DESC,
    place ASC,
    claim ASC
