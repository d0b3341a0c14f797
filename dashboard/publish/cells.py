"""The table `assignments` of a register in, the tables that are counted from it out, as one relation of cells."""

import datetime as dt
from pathlib import Path

import duckdb

QUERIES = Path(__file__).parents[2] / "queries" / "register"
# The fixed list: one file a table, named as the table.
TABLES = tuple(sorted(path.stem for path in (QUERIES / "tables").glob("*.sql")))
MEASURES = ("assignments", "people", "volunteer_days")
# What touches every row of a register: statements that other engines have to read alike, with whole numbers and days.
SHARED = ("service", *(f"tables/{name}" for name in TABLES))


class LaterThanTheData(ValueError):
    """An assignment starts after the day of the data; its days cannot be counted."""


def count(connection: duckdb.DuckDBPyConnection, as_of: dt.date) -> duckdb.DuckDBPyRelation:
    """Tables `cells` and `parts` from `assignments`, up to `as_of`, the day of the data; in a connection of their own.

    cells: cell (its name), table, year (null: all), dimension and code (null: all), measure, value, behind. People and
    assignments belong to the year in which the assignment started, volunteer-days to the year in which they lie;
    people are distinct volunteers. `behind` is the number of volunteers without whom the value would be zero. It
    decides what is withheld and is never released.
    parts: cell, total, measure, added_over (code, year, host or agency). Of assignments and days the parts add up to
    the total; of people the largest part <= total <= their sum. Always people <= assignments <= volunteer-days.
    """
    _refuse_later(connection, as_of)
    connection.execute(f"CREATE OR REPLACE TABLE years AS {_query('years')}", {"as_of": as_of})
    connection.execute(f"CREATE OR REPLACE VIEW service AS {_query('service')}")
    tables = " UNION ALL ".join(f"({_query(f'tables/{name}')})" for name in TABLES[:1])
    connection.execute(f"CREATE OR REPLACE TABLE counts AS {tables}")
    for name in TABLES[1:]:
        connection.execute(f"INSERT INTO counts {_query(f'tables/{name}')}")
    for name in ("cells", "parts"):
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {_query(name)}")
    return connection.table("cells")


def _refuse_later(connection: duckdb.DuckDBPyConnection, as_of: dt.date) -> None:
    latest = connection.table("assignments").max("start_date").fetchall()[0][0]
    if latest is not None and latest > as_of:
        raise LaterThanTheData(f"An assignment starts on {latest}, after the day of the data, {as_of}.")


def _query(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
