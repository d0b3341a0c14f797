-- Whether a row is of the newest month in its part of an answer; of those the ones that begin last. Rows without an end
-- are never.
CREATE MACRO newest_of(part, period_from, period_to) AS
period_to IS NOT NULL
AND rank() OVER (
    PARTITION BY part
    ORDER BY date_trunc('month', period_to) DESC NULLS LAST, period_from DESC NULLS LAST
) = 1;
