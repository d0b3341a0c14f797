"""Parquet files in, DataFrames of codes and numbers out; the only reader of data/."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

PROJECT = Path(__file__).parent.parent
DATA = PROJECT / "data"
QUERIES = PROJECT / "queries"
# Beside the tables of the release: those of the releases before it, each in a folder of its name.
ARCHIVE = "archive"
TABLES = ("claims", "sources", "countries", "regions")
FILES = tuple(f"{table}.parquet" for table in TABLES)
RELEASE = re.compile(r"\d{4}(?:-\d\d){0,2}-[0-9a-f]{8}")

Parameter = str | int | None


class BrokenData(Exception):
    """The release on disk cannot be read; the message is one sentence for the operator."""


class NotKept(LookupError):
    """There is no such release, neither here nor in the archive."""


def connect(folder: Path = DATA) -> duckdb.DuckDBPyConnection:
    """In-memory DuckDB that holds the tables and views of one release and can reach nothing else."""
    # For a few hundred rows a second thread costs more than it brings.
    connection = duckdb.connect(":memory:", config={"threads": "1"})
    for table in TABLES:
        connection.execute(f"CREATE TABLE {table} AS FROM read_parquet(?)", [str(folder / f"{table}.parquet")])
    add_views(connection)
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    return connection


def add_views(connection: duckdb.DuckDBPyConnection) -> None:
    """Every file of queries/views as a view of its name; a view may use those before it in the alphabet."""
    for path in sorted((QUERIES / "views").glob("*.sql")):
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


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return connect()


@lru_cache(maxsize=4)  # one that falls out is closed when its last reader is done
def _archive(folder: Path) -> duckdb.DuckDBPyConnection:
    whole(folder)
    return connect(folder)


def _kept(name: str) -> Path:
    """Where the tables of a release lie; a name that is none never becomes a path."""
    if name == release()["release"]:
        return DATA
    if name not in archived():
        raise NotKept(name)
    return DATA / ARCHIVE / name


def archived() -> list[str]:
    """Names of the earlier releases that are kept, the newest data first."""
    names = (folder.name for folder in (DATA / ARCHIVE).glob("*/"))
    return sorted(filter(RELEASE.fullmatch, names), reverse=True)


def sql(name: str) -> str:
    """Text of queries/<name>.sql."""
    return _read(QUERIES / f"{name}.sql")


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def parameters(name: str) -> frozenset[str]:
    """Names of the $parameters of a query."""
    return frozenset(duckdb.extract_statements(sql(name))[0].named_parameters)


@lru_cache(maxsize=1024)
def query(name: str, *, release: str | None = None, **values: Parameter) -> pd.DataFrame:
    """Rows of queries/<name>.sql; lists come as lists, dates as dates. Shared by all readers: never changed.

    Of today's release, or of one from the archive: NotKept if it is not there, BrokenData if it cannot be asked this.
    """
    if release is None:
        return run(_connection(), name, values)
    try:
        return run(_archive(_kept(release)), name, values)
    except duckdb.Error as error:  # an old table may lack a column that a query of today asks for
        raise BrokenData(f"Release {release} cannot answer {name}.") from error


def run(connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]) -> pd.DataFrame:
    """The same on a given connection, for tests on other rows."""
    wanted = {key: values.get(key) for key in sorted(parameters(name))}
    cursor = connection.cursor().execute(sql(name), wanted)
    columns = [column[0] for column in cursor.description]
    return pd.DataFrame(cursor.fetchall(), columns=columns, dtype=object)


@cache
def release(name: str | None = None) -> dict[str, Any]:
    """release.json of today's release or of one from the archive: release, as_of, rows, sha256, changes."""
    folder = DATA if name is None else _kept(name)
    return dict(json.loads((folder / "release.json").read_text(encoding="utf-8")))


def borders(scale: str) -> Any:
    """country, geometry in degrees: a GeoDataFrame of the borders at one scale."""
    # A third of the time that the server takes to start, for shapes that browsers then keep.
    import geopandas

    shapes = geopandas.read_parquet(DATA / "borders.parquet")
    return shapes.loc[shapes["scale"] == scale, ["country", "geometry"]]


def parquet(table: str) -> bytes:
    """The released Parquet file of a table."""
    return (DATA / f"{table}.parquet").read_bytes()
