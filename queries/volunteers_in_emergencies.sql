-- One row per statement on those who helped in one emergency in Kazakhstan: the emergency with the most of them first.
-- role: the newest number of volunteers, and the largest.
SELECT
    claims,
    measure,
    event,
    region,
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
        WHEN measure <> 'event_volunteers' THEN NULL
        WHEN period_to IS NOT NULL AND rank() OVER backwards = 1 THEN 'newest'
        WHEN rank() OVER (PARTITION BY measure ORDER BY most DESC) = 1 THEN 'largest'
    END AS role
FROM statements
WHERE
    measure IN ('event_volunteers', 'foreign_event_volunteers', 'event_applications', 'event_participants')
    AND event IN ('floods', 'pandemic')
    AND corroborates IS NULL
WINDOW backwards AS (PARTITION BY measure ORDER BY period_to DESC NULLS LAST, period_from DESC NULLS LAST)
ORDER BY
    max(value) OVER (PARTITION BY event) DESC,
    event ASC,
    measure <> 'event_volunteers',
    measure ASC,
    value DESC,
    period_from ASC NULLS LAST,
    period_to ASC,
    region ASC NULLS FIRST,
    place ASC,
    claim ASC
