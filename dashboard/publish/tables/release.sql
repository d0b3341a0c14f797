-- One row: the date of the newest source, as precise as it is known, and what the last row of releases.csv tells.
SELECT
    (SELECT max(published_on) FROM sources) AS as_of,
    (SELECT max_by(change, row) FROM releases_csv) AS changes
