-- One row per statement on UN Volunteers worldwide who serve with one UN entity: that with the most first. role: the
-- newest.
SELECT
    claims,
    measure,
    agencies,
    world_region,
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
    CASE WHEN newest_of(TRUE, period_from, period_to) THEN 'newest' END AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    measure = 'un_volunteers_at_agency'
    AND corroborates IS NULL
ORDER BY
    max(value) OVER (PARTITION BY agencies) DESC,
    agencies ASC,
    value DESC,
    period_to DESC NULLS LAST,
    place ASC,
    claim ASC
