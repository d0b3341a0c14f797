-- One row per statement on how many volunteer organisations there are in Kazakhstan.
SELECT
    claims,
    measure,
    said_by,
    publisher,
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
    measure = 'organisations_at_home'
    AND corroborates IS NULL
ORDER BY kind DESC, period_from ASC, period_to ASC, place ASC, claim ASC
