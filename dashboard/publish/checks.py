"""Rows of the source files in, a database of typed tables and the rows that must not be published out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.i18n import LANGUAGES, Language
from dashboard.i18n.formats import place_codes
from dashboard.publish import sheets
from dashboard.publish.problems import Problem

CHECKS = Path(__file__).parents[2] / "queries" / "checks"
TABLES = Path(__file__).parent / "tables"
SHEETS = ("claims", "sources", "releases")

Codes = Mapping[str, Iterable[str]]


def database(folder: Path, codes: Codes) -> tuple[duckdb.DuckDBPyConnection, list[Problem]]:
    """The sheets of a folder as tables of text, beside them the codes and names that they are compared with."""
    connection = duckdb.connect(":memory:", config={"threads": "1"})
    connection.execute(statement(TABLES / "sheets.sql"))
    found: list[Problem] = []
    for name in SHEETS:
        columns = connection.table(f"{name}_csv").columns
        read, wrong = sheets.rows(folder / f"{name}.csv", columns[1:])
        append(connection, f"{name}_csv", pd.DataFrame(read, columns=columns, dtype=object))
        found += wrong
    listed = [(name, code) for name, members in codes.items() for code in members]
    append(connection, "codes", pd.DataFrame(listed, columns=["list", "code"]))
    append(connection, "places", places([*codes["countries"], *codes["regions"]]))
    return connection, found


def places(codes: list[str]) -> pd.DataFrame:
    """place, alpha_2 (None if it has none), name_kk, name_ru, name_en: as the pages write them."""
    alpha_2 = place_codes()
    rows = [(code, alpha_2[code] or None, *(Language(lang).place(code) for lang in LANGUAGES)) for code in codes]
    return pd.DataFrame(rows, columns=["place", "alpha_2", *(f"name_{lang}" for lang in LANGUAGES)])


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    if len(rows):
        connection.append(table, rows)


def type_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """claims, sources, countries and regions as published; the first two also with their row in the source file."""
    for name in ("claims", "sources", "countries", "regions"):
        connection.sql(statement(TABLES / f"{name}.sql")).create(name)


def bad_rows(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """What the files of queries/checks find."""
    rows: list[tuple[Any, ...]] = []
    for path in sorted(CHECKS.glob("*.sql")):
        rows += connection.sql(statement(path)).fetchall()
    return [Problem(*row) for row in rows]


def statement(path: Path) -> str:
    return path.read_text(encoding="utf-8")
