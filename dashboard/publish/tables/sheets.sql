-- The source files as text, one row per row of the file ("row" counts as a spreadsheet does: the header is 1);
-- an empty cell is NULL. Beside them what the checks compare with: the catalogue's codes, the names of places
-- and the shapes of the map.
CREATE TABLE claims_csv (
    row INTEGER,
    claim VARCHAR,
    measure VARCHAR,
    value VARCHAR,
    qualifier VARCHAR,
    kind VARCHAR,
    period_from VARCHAR,
    period_to VARCHAR,
    from_precision VARCHAR,
    to_precision VARCHAR,
    origin VARCHAR,
    hosts VARCHAR,
    agencies VARCHAR,
    region VARCHAR,
    world_region VARCHAR,
    event VARCHAR,
    sex VARCHAR,
    dispute VARCHAR,
    tension VARCHAR,
    corroborates VARCHAR,
    said_by VARCHAR,
    said_in VARCHAR,
    source VARCHAR,
    note VARCHAR
);
CREATE TABLE sources_csv (
    row INTEGER,
    source VARCHAR,
    title VARCHAR,
    title_kind VARCHAR,
    publisher VARCHAR,
    official VARCHAR,
    published_on VARCHAR,
    address VARCHAR,
    language VARCHAR,
    read VARCHAR
);
CREATE TABLE releases_csv (
    row INTEGER,
    as_of VARCHAR,
    change VARCHAR
);
CREATE TABLE codes (list VARCHAR, code VARCHAR);
CREATE TABLE places (place VARCHAR, alpha_2 VARCHAR, name_kk VARCHAR, name_ru VARCHAR, name_en VARCHAR);
CREATE TABLE shapes (country VARCHAR, scale VARCHAR);
CREATE TABLE labels (country VARCHAR, lon DOUBLE, lat DOUBLE);
