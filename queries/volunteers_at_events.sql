-- One row per statement on the volunteers of one event in Kazakhstan that was planned: the event with the most of them
-- first, in it the largest number of each measure. role: the largest number of volunteers.
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
    max(value) FILTER (measure = 'event_volunteers') OVER (PARTITION BY event) DESC NULLS LAST,
    event ASC,
    measure <> 'event_volunteers',
    measure ASC,
    value DESC,
    region ASC NULLS FIRST,
    period_from ASC NULLS LAST,
    place ASC,
    claim ASC
