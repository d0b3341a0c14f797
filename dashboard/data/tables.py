"""A folder with the tables of a release in; a database that holds them, or what is wrong with them, out."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import duckdb

from dashboard.data import register

PROJECT = Path(__file__).parents[2]
DATA = PROJECT / "data"
QUERIES = PROJECT / "queries"
TABLES = ("claims", "sources", "countries", "regions")
FILES = tuple(f"{table}.parquet" for table in TABLES)


class BrokenData(Exception):
    """The release on disk cannot be read; the message is one sentence for the operator."""


def connect(folder: Path = DATA, registered: str | None = None) -> duckdb.DuckDBPyConnection:
    """In-memory DuckDB that holds the tables and views of one release and can reach nothing else.

    Table `register` holds the rows of that release of the register, or none.
    """
    # For a few hundred rows a second thread costs more than it brings.
    connection = duckdb.connect(":memory:", config={"threads": "1"})
    for table in TABLES:
        connection.execute(f"CREATE TABLE {table} AS FROM read_parquet(?)", [str(folder / f"{table}.parquet")])
    register.add(connection, registered)
    add_views(connection)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def add_macros(connection: duckdb.DuckDBPyConnection) -> None:
    """What several queries say of a row in the same words."""
    for path in (QUERIES / "macros").glob("*.sql"):
        connection.execute(path.read_text(encoding="utf-8"))


def add_views(connection: duckdb.DuckDBPyConnection) -> None:
    """What queries/macros define, then every file of queries/views as a view of its name, then those of the register;
    each may use those before it.
    """
    add_macros(connection)
    for folder in (QUERIES / "views", QUERIES / "register" / "views"):
        for path in sorted(folder.glob("*.sql")):
            connection.execute(f"CREATE VIEW {path.stem.partition('_')[2]} AS {path.read_text(encoding='utf-8')}")


def check(folder: Path = DATA) -> None:
    """Raise BrokenData unless every file of the release is there, whole, and the one that was released."""
    whole(folder, (*FILES, "borders.parquet"))
    try:
        connect(folder).close()
    except duckdb.Error as error:
        first_line = str(error).partition("\n")[0]
        raise BrokenData(f"{folder.name}/ cannot be read ({first_line}): run `make data`.") from error


def whole(folder: Path, files: tuple[str, ...] = FILES) -> dict[str, Any]:
    """release.json of a folder; BrokenData unless it and these files are there, and those that were released."""
    try:
        released = dict(json.loads((folder / "release.json").read_text(encoding="utf-8")))
        for name, expected in {name: released["sha256"][name] for name in files}.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise BrokenData(f"{folder.name}/{name} is not the file that was released: run `make data`.")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenData(f"{folder.name}/ holds no whole release: run `make data`.") from error
    if missing := {"release", "as_of", "rows", "changes"} - released.keys():
        raise BrokenData(f"{folder.name}/release.json lacks {', '.join(sorted(missing))}: run `make data`.")
    return released
