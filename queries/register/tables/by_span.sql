-- One row per span of years of a published statement on volunteers abroad, with the programme that it is about; over
-- several years people are counted once, which no sum of years can do. The code joins the two with a dot.
SELECT
    'by_span' AS "table",
    scope,
    NULL::INTEGER AS year,
    'span.programme' AS dimension,
    code,
    sum(began) AS people,
    sum(starts) AS assignments,
    sum(days) AS volunteer_days,
    count(*) AS behind
FROM (
    SELECT
        s.scope,
        p.code,
        s.volunteer,
        max(s.started) AS began,
        sum(s.started) AS starts,
        sum(s.days) AS days
    FROM service AS s
    INNER JOIN spans AS p ON s.programme = p.programme AND s.year BETWEEN p.first_year AND p.last_year
    WHERE s.scope = 'abroad'
    GROUP BY s.scope, p.code, s.volunteer
) AS volunteers
GROUP BY scope, code
