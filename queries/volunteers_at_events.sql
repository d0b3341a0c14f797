-- One row per statement on an event in Kazakhstan that was planned: its volunteers, then applications, those from
-- abroad and participants; the largest number first. role: the largest number of volunteers.
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
        WHEN measure = 'event_volunteers' AND rank() OVER (PARTITION BY measure ORDER BY most DESC) = 1 THEN 'largest'
    END AS role
FROM statements
WHERE
    measure IN ('event_volunteers', 'foreign_event_volunteers', 'event_applications', 'event_participants')
    AND coalesce(event NOT IN ('floods', 'pandemic'), TRUE)
    AND corroborates IS NULL
ORDER BY
    measure <> 'event_volunteers',
    measure ASC,
    value DESC,
    event ASC,
    region ASC NULLS FIRST,
    period_from ASC NULLS LAST,
    place ASC,
    claim ASC
