"""Cells as they might be released in; a database in which the page's queries answer from them out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import product
from typing import Any, NamedTuple

import duckdb

from dashboard import data
from dashboard.catalog import PARAMETERS
from tests.queries.tables import SOURCES, Claim, Row, fetch, insert

QUERIES = sorted(path.stem for path in (data.QUERIES / "register" / "charts").glob("*.sql"))
RELEASE = "2024-12-31-0123abcd"
DIMENSIONS = {"by_year": None, "by_host_and_agency": "host.agency", "by_span": "span.programme"}


class Cell(NamedTuple):
    """One number; None is withheld."""

    table: str
    scope: str
    year: int | None
    code: str | None
    measure: str
    value: float | None


def people(value: float | None, year: int | None = 2024, code: str = "full_funding", **other: str) -> Cell:
    """Those of one programme abroad, or what `other` makes of it."""
    return Cell(other.get("table", "by_programme"), other.get("scope", "abroad"), year, code, "people", value)


@contextmanager
def held(cells: Iterable[Cell], as_of: str = "2024-12-31", claims: Iterable[Claim] | None = None) -> Iterator[Any]:
    """The published statements, or these, beside a release of these cells; with no cell, without a release."""
    rows = [_row(cell) for cell in cells]
    with data.connect() as connection:
        if rows:
            insert(connection, "register", rows)
            said = {"title": "Register of volunteers", "publisher": "Ministry", "as_of": as_of}
            connection.execute(data.register.SOURCE, said)
        if claims is not None:
            connection.execute("DELETE FROM claims")
            known = [each | {"title": each["source"], "publisher": "A paper"} for each in SOURCES]
            insert(connection, "sources", known)
            insert(connection, "claims", list(claims))
        yield connection


def _row(cell: Cell) -> Row:
    dimension = DIMENSIONS.get(cell.table, cell.table.removeprefix("by_"))
    marks = {"status": "Q", "conf_status": "C"} if cell.value is None else {"status": "A", "conf_status": "F"}
    columns = {"table": cell.table, "scope": cell.scope, "year": cell.year, "dimension": dimension}
    named = {'"table"' if name == "table" else name: value for name, value in columns.items()}
    return named | {"code": cell.code, "measure": cell.measure, "value": cell.value} | marks | {"release": RELEASE}


def answer(connection: duckdb.DuckDBPyConnection, name: str, **choice: Any) -> list[Row]:
    """Rows of a query; a parameter that is not given is null."""
    given = {key: choice.get(key) for key in sorted(data.parameters(name))}
    return fetch(connection.cursor().execute(data.sql(name), given))


def choices(name: str, years: Iterable[int | None]) -> list[dict[str, Any]]:
    """Every choice that a reader has, the default as null and by name, in Kazakh."""
    codes: dict[str, list[Any]] = {"year": [*years], "lang": ["kk"]}
    codes |= {each: [None, *PARAMETERS[each]] for each in ("scope", "count")}
    asked = sorted(data.parameters(name))
    return [dict(zip(asked, each, strict=True)) for each in product(*(codes[key] for key in asked))]
