"""A register as CSV in, the same Parquet by year and the same counts out: what DuckDB needs for that alone.

Nothing is checked, hashed, withheld or released here.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import duckdb

from dashboard.publish import cells

ROWS = """
    SELECT
        volunteer_key AS volunteer, host_country AS host, agency, programme, category, start_date, end_date, sex,
        CASE
            WHEN year(start_date) - birth_year < 25 THEN 'Y15T24'
            WHEN year(start_date) - birth_year < 35 THEN 'Y25T34'
            WHEN year(start_date) - birth_year < 45 THEN 'Y35T44'
            WHEN birth_year IS NOT NULL THEN 'Y_GE45'
        END AS age_group,
        home_region AS region, (hours * 60)::INTEGER AS minutes, year(start_date)::INTEGER AS year
    FROM read_csv(?, dateformat = '%Y-%m-%d')
"""


def main(file: Path, folder: Path, as_of: dt.date) -> None:
    folder.mkdir()
    with duckdb.connect() as connection:
        connection.execute("SET memory_limit = '3GB'; SET preserve_insertion_order = false")
        connection.execute("SET temp_directory = $spill", {"spill": str(folder / "spill")})
        rows = connection.sql(ROWS, params=[str(file)])
        rows.write_parquet(str(folder / "rows"), compression="zstd", partition_by=["year"])
        connection.execute(
            f"CREATE VIEW assignments AS FROM read_parquet('{folder}/rows/*/*.parquet', "
            "hive_types = {'year': INTEGER})"
        )
        cells.count(connection, as_of)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), dt.date.fromisoformat(sys.argv[3]))
