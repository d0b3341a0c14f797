"""A number of rows and a seed in, an invented register out: for the demo, for tests and for measuring speed.

No row is of a real person. Every id in it begins with SYNTHETIC, so that no file that holds one can be taken for real.
"""

from pathlib import Path

import duckdb

QUERIES = Path(__file__).parents[2] / "queries" / "register"
ROWS, SEED = 20_000, 2024
MARK = "SYNTHETIC"


def make(connection: duckdb.DuckDBPyConnection, rows: int = ROWS, seed: int = SEED) -> duckdb.DuckDBPyRelation:
    """Table `synthetic`: the columns of a ministry's file, as text and whole numbers; the same seed, the same rows."""
    query = (QUERIES / "synthetic.sql").read_text(encoding="utf-8")
    connection.execute(f"CREATE OR REPLACE TABLE synthetic AS {query}", {"rows": rows, "seed": seed})
    return connection.table("synthetic")


def write(path: Path, rows: int = ROWS, seed: int = SEED) -> None:
    """The same as a file: Parquet if its name ends so, else CSV."""
    with duckdb.connect() as connection:
        made = make(connection, rows, seed)
        if path.suffix == ".parquet":
            made.write_parquet(str(path), compression="zstd")
        else:
            made.write_csv(str(path))


def assignments(connection: duckdb.DuckDBPyConnection, rows: int = ROWS, seed: int = SEED) -> duckdb.DuckDBPyRelation:
    """Table `assignments`: the same rows as a register is kept, for what needs no file to be read.

    Ids are digests without a secret: there is nobody to protect.
    """
    make(connection, rows, seed)
    query = (QUERIES / "synthetic_assignments.sql").read_text(encoding="utf-8")
    connection.execute(f"CREATE OR REPLACE TABLE assignments AS {query}")
    connection.execute("DROP TABLE synthetic")
    return connection.table("assignments")
