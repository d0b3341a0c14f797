"""A number of rows in; how long DuckDB and a small Spark on this machine take to count them, out: `make bench-spark`.

Both count the same Parquet, as the private store keeps it, with the same statements. Spark has a master and two workers
of one core each, and starts its session within the time that is measured.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from dashboard.publish import cells, store, synthetic
from tests.spark.cluster import Cluster, environment

ROWS, WORKERS = 10_000_000, 2
# Of each worker; DuckDB has 3 GB.
MEMORY = "1500m"
AS_OF = dt.date(2025, 12, 31)


def invented(folder: Path, rows: int) -> Path:
    with duckdb.connect() as connection:
        made = synthetic.assignments(connection, rows)
        made.write_parquet(str(folder / "assignments"), compression="zstd", partition_by=["year"])
    return folder / "assignments"


def with_duckdb(assignments: Path, folder: Path) -> float:
    """Seconds."""
    with store.connect(folder) as connection:
        files = connection.read_parquet(str(assignments / "*" / "*.parquet"), hive_partitioning=True)
        files.create_view("assignments")
        start = time.monotonic()
        cells.count(connection, AS_OF)
        return time.monotonic() - start


def with_spark(assignments: Path, folder: Path) -> float:
    """Seconds, as the engine says them."""
    cluster = Cluster(folder)
    try:
        for _ in range(WORKERS):
            cluster.add()
        given = [str(assignments), AS_OF.isoformat(), cluster.address, str(folder / "counts.parquet")]
        command = [sys.executable, "-m", "dashboard.publish.spark", *given]
        said = subprocess.run(
            command,
            env=os.environ | environment(folder, MEMORY, "-XX:+UseParallelGC"),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return float(said.stdout.split()[0])
    finally:
        cluster.kill()


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as made:
        assignments = invented(Path(made), rows)
        duck = with_duckdb(assignments, Path(made))
        (folder := Path(made, "spark")).mkdir()
        spark = with_spark(assignments, folder)
    print(f"{rows:,} rows: DuckDB {duck:.1f} s, Spark {spark:.1f} s ({spark / duck:.1f} ×)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else ROWS)
