-- One row per further statement on the make-up of UN Volunteers worldwide, and on their number over a part of a year or
-- more than a year.
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
    NULL AS role,
    count(*) OVER () AS published
FROM statements
WHERE
    (
        measure IN (
            'youth_share_pct', 'un_volunteers_under_29', 'un_volunteers_aged_60_plus', 'average_age',
            'un_volunteers_with_disabilities', 'national_share_pct', 'south_share_pct', 'un_volunteers_from_south',
            'national_un_volunteers_from_south', 'south_south_un_volunteers', 'un_volunteers_at_agency',
            'fully_funded_un_volunteers'
        )
        OR (measure = 'national_un_volunteers' AND origin IS NULL)
        OR (measure = 'women_share_pct' AND world_region IS NOT NULL)
        OR (measure = 'un_volunteers' AND origin IS NULL AND period_to - period_from NOT BETWEEN 364 AND 365)
    )
    AND corroborates IS NULL
ORDER BY measure, period_from, period_to, place, claim
