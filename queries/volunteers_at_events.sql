-- One row per statement on the volunteers of one event in Kazakhstan: in the order of the events, then of time.
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
    sources,
    status
FROM statements
WHERE
    measure IN ('event_volunteers', 'foreign_event_volunteers', 'event_applications', 'event_participants')
    AND corroborates IS NULL
ORDER BY
    min(period_from) OVER (PARTITION BY event) NULLS LAST,
    event ASC,
    measure ASC,
    kind DESC,
    region ASC NULLS FIRST,
    period_from ASC NULLS LAST,
    period_to ASC,
    place ASC,
    claim ASC
