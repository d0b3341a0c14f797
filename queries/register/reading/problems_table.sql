-- What is found wrong: one row per problem; sentence is the key of its translation.
CREATE TABLE problems (
    file VARCHAR,
    sheet VARCHAR,
    row BIGINT,
    "column" VARCHAR,
    value VARCHAR,
    sentence VARCHAR
)
