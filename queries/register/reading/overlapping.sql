-- One row per volunteer, place (abroad or not) and days of sound assignments that share a day with another one of the
-- same volunteer, at least one of them abroad: nobody is in two countries at once, while at home a person may help in
-- several places on one day. Assignments that are alike in all this share their days, so no id is needed to tell them.
WITH travellers AS (
    SELECT DISTINCT hash(volunteer) AS number
    FROM assignments
    WHERE sound AND host <> 'KAZ'
),

stays AS (
    SELECT
        volunteer,
        host <> 'KAZ' AS abroad,
        start_date AS first_day,
        coalesce(end_date, DATE '9999-12-31') AS last_day
    FROM assignments
    WHERE sound AND hash(volunteer) IN (SELECT number FROM travellers)
),

beside AS (
    SELECT
        volunteer,
        abroad,
        first_day,
        last_day,
        max(last_day) OVER earlier AS last_day_before,
        max(last_day) FILTER (WHERE abroad) OVER earlier AS last_day_abroad_before,
        min(first_day) OVER later AS first_day_after,
        min(first_day) FILTER (WHERE abroad) OVER later AS first_day_abroad_after
    FROM stays
    WINDOW
        earlier AS (
            PARTITION BY volunteer ORDER BY first_day, last_day
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ),
        later AS (
            PARTITION BY volunteer ORDER BY first_day, last_day
            ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING
        )
)

SELECT DISTINCT
    volunteer,
    abroad,
    first_day,
    last_day
FROM beside
WHERE
    first_day <= last_day_abroad_before
    OR last_day >= first_day_abroad_after
    OR (abroad AND (first_day <= last_day_before OR last_day >= first_day_after))
