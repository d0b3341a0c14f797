"""Rows of the source files in, a database of typed tables and the rows that must not be published out."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from dashboard.i18n import Language
from dashboard.publish import problems, sheets
from dashboard.publish.problems import Problem

CHECKS = Path(__file__).parents[2] / "queries" / "checks"
TABLES = Path(__file__).parent / "tables"
SHEETS = ("claims", "sources", "countries", "releases")

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
    places = [code for (code,) in connection.sql("SELECT alpha_3 FROM countries_csv").fetchall()]
    append(connection, "names", names([*places, *codes["regions"]]))
    return connection, found


def names(places: list[str]) -> pd.DataFrame:
    """place, name_en, name_ru, name_kk: as the pages write them."""
    rows = [(place, *(Language(code).place(place) for code in ("en", "ru", "kk"))) for place in places]
    return pd.DataFrame(rows, columns=["place", "name_en", "name_ru", "name_kk"])


def append(connection: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    if len(rows):
        connection.append(table, rows)


def type_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """claims, sources, countries and regions as they are published, each with its row in the source file."""
    for name in ("claims", "sources", "countries", "regions"):
        connection.sql(statement(TABLES / f"{name}.sql")).create(name)


def bad_rows(connection: duckdb.DuckDBPyConnection) -> list[Problem]:
    """What the files of queries/checks find."""
    rows: list[tuple[Any, ...]] = []
    for path in sorted(CHECKS.glob("*.sql")):
        rows += connection.sql(statement(path)).fetchall()
    return [Problem(*row) for row in rows]


def sentences() -> list[str]:
    """All that may be said about a bad file, in English: what a translation has to cover."""
    found = [re.findall(r"'(.*)' AS problem", statement(path)) for path in CHECKS.glob("*.sql")]
    return sorted({*problems.SENTENCES, *(sentence.replace("''", "'") for said in found for sentence in said)})


def statement(path: Path) -> str:
    return path.read_text(encoding="utf-8")
