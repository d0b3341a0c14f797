-- One row per span of several whole years over which a published statement counts volunteers sent abroad with
-- government funding, and which the years of the register, up to the day of the data, hold whole; with the programme.
SELECT DISTINCT
    year(c.period_from) || '-' || year(c.period_to) || '.full_funding' AS code,
    year(c.period_from)::INTEGER AS first_year,
    year(c.period_to)::INTEGER AS last_year,
    'full_funding' AS programme
FROM claims AS c
WHERE
    c.measure = 'placements' AND c.origin = 'KAZ' AND c.kind = 'flow'
    AND c.period_from = make_date(year(c.period_from), 1, 1) AND c.period_to = make_date(year(c.period_to), 12, 31)
    AND year(c.period_from) < year(c.period_to)
    AND c.period_from >= (SELECT min(y.first_day) FROM years AS y)
    AND c.period_to <= (SELECT max(y.last_day) FROM years AS y)
ORDER BY code
