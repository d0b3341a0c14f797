-- One row per scope and cell of the tables that is not zero: what was counted of all batches of volunteers together.
SELECT
    "table",
    scope,
    year,
    dimension,
    code,
    sum(people) AS people,
    sum(assignments) AS assignments,
    sum(volunteer_days) AS volunteer_days,
    sum(behind)::BIGINT AS behind
FROM batches
GROUP BY "table", scope, year, dimension, code
