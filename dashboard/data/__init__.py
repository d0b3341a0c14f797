"""Parquet files in, DataFrames of codes and numbers out; the only reader of data/."""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.data import register
from dashboard.data.tables import DATA, FILES, PROJECT, QUERIES, TABLES, BrokenData, check, connect, whole

__all__ = [
    "ARCHIVE",
    "DATA",
    "FILES",
    "PROJECT",
    "QUERIES",
    "TABLES",
    "BrokenData",
    "NotKept",
    "archived",
    "borders",
    "check",
    "connect",
    "parameters",
    "parquet",
    "pinned",
    "query",
    "register",
    "release",
    "run",
    "sql",
    "state",
    "whole",
]

# Beside the tables of the release: those of the releases before it, each in a folder of its name.
ARCHIVE = "archive"
RELEASE = re.compile(r"\d{4}(?:-\d\d){0,2}-[0-9a-f]{8}")

Parameter = str | int | None


class NotKept(LookupError):
    """There is no such release, neither here nor in the archive."""


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    return connect()


@lru_cache(maxsize=4)  # one that falls out is closed when its last reader is done
def _archive(folder: Path) -> duckdb.DuckDBPyConnection:
    whole(folder)
    return connect(folder)


@lru_cache(maxsize=4)
def _registered(name: str) -> duckdb.DuckDBPyConnection:
    """The statements of today beside the rows of a release of the register."""
    if register.about(name) is None:
        raise NotKept(name)
    return connect(DATA, name)


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
    """Text of queries/<name>.sql, or of queries/register/charts/<name>.sql for the rows of the register."""
    return _read(QUERIES / ("register/charts" if register.is_of(name) else "") / f"{name}.sql")


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def parameters(name: str) -> frozenset[str]:
    """Names of the $parameters of a query."""
    return frozenset(duckdb.extract_statements(sql(name))[0].named_parameters)


def pinned(name: str) -> str | None:
    """The release that a chart of the register has at this moment, so that a page can keep to it; None for all others.

    NotKept if there is none.
    """
    if not register.is_of(name):
        return None
    if (found := register.current()) is None:
        raise NotKept(name)
    return found


def query(name: str, *, release: str | None = None, **values: Parameter) -> pd.DataFrame:
    """Rows of queries/<name>.sql; lists come as lists, dates as dates. Shared by all readers: never changed.

    Of today's release, or of another one that is kept: NotKept if it is not there, BrokenData if it cannot be asked.
    """
    return _query(name, pinned(name) if release is None else release, tuple(sorted(values.items())))


@lru_cache(maxsize=1024)
def _query(name: str, release: str | None, values: tuple[tuple[str, Parameter], ...]) -> pd.DataFrame:
    if release is None:
        return run(_connection(), name, dict(values))
    try:
        return run(_of_release(release), name, dict(values))
    except duckdb.Error as error:  # an old table may lack a column that a query of today asks for
        raise BrokenData(f"Release {release} cannot answer {name}.") from error


def _of_release(name: str) -> duckdb.DuckDBPyConnection:
    return _registered(name) if register.about(name) else _archive(_kept(name))


def run(connection: duckdb.DuckDBPyConnection, name: str, values: dict[str, Any]) -> pd.DataFrame:
    """The same on a given connection, for tests on other rows."""
    wanted = {key: values.get(key) for key in sorted(parameters(name))}
    cursor = connection.cursor().execute(sql(name), wanted)
    columns = [column[0] for column in cursor.description]
    return pd.DataFrame(cursor.fetchall(), columns=columns, dtype=object)


def release(name: str | None = None) -> dict[str, Any]:
    """release.json of today's release, of one from the archive, or of one of the register: release, as_of, ..."""
    return (register.about(name) if name else None) or _release(name)


@cache
def _release(name: str | None) -> dict[str, Any]:
    folder = DATA if name is None else _kept(name)
    return dict(json.loads((folder / "release.json").read_text(encoding="utf-8")))


def state() -> str:
    """What names all that is shown at this moment: the release of the statements, and that of the register."""
    return " ".join(filter(None, (release()["release"], register.current())))


def borders(scale: str) -> Any:
    """country, geometry in degrees: a GeoDataFrame of the borders at one scale."""
    # A third of the time that the server takes to start, for shapes that browsers then keep.
    import geopandas

    shapes = geopandas.read_parquet(DATA / "borders.parquet")
    return shapes.loc[shapes["scale"] == scale, ["country", "geometry"]]


def parquet(table: str) -> bytes:
    """The released Parquet file of a table."""
    return (DATA / f"{table}.parquet").read_bytes()
