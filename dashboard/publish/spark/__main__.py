"""Kept assignments in, their counts as Parquet and the seconds that Spark took out: for measuring this engine alone."""

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

import duckdb

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import cells, spark
from dashboard.publish.register.failures import REFUSED
from dashboard.publish.spark.unable import Unable


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m dashboard.publish.spark", description=__doc__)
    parser.add_argument("assignments", type=Path, help="folder of Parquet by year, as the private store keeps it")
    parser.add_argument("as_of", type=dt.date.fromisoformat, help="day of the data, as 2025-12-31")
    parser.add_argument("master", help="address of Spark's master, as spark://host:7077")
    parser.add_argument("out", type=Path, help="file for the counts, in a folder that every worker reaches")
    parser.add_argument("--lang", choices=sorted(LANGUAGES), default="en", help="language of what is said")
    chosen = parser.parse_args()
    try:
        seconds = _count(chosen.assignments, chosen.as_of, chosen.master, chosen.out)
    except Unable as unable:
        print(unable.sentence(Language(chosen.lang)), file=sys.stderr)
        return REFUSED
    print(f"{seconds:.1f} s")
    return 0


def _count(assignments: Path, as_of: dt.date, master: str, out: Path) -> float:
    """Seconds from the first call of Spark until DuckDB has its rows: the start of a session there is part of it."""
    engine, took = spark.engine(master), [0.0]

    def timed(connection: duckdb.DuckDBPyConnection) -> None:
        begun = time.monotonic()
        engine(connection, assignments, out.parent)
        took[0] = time.monotonic() - begun

    with duckdb.connect() as connection:
        files = connection.read_parquet(str(assignments / "*" / "*.parquet"), hive_partitioning=True)
        files.create_view("assignments")
        cells.count(connection, as_of, timed)
        connection.table("counts").write_parquet(str(out))
    return took[0]


if __name__ == "__main__":
    sys.exit(main())
