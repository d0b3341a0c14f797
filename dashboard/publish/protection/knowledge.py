"""The tables of a counted register and the published statements in, its cells and all that is known of them out.

The attacker is given each relation that somebody could take for granted and that is true of the register. A false one
leads nobody to the truth; a true one that we had left out might.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from dashboard.publish.disclosure.cells import Cell, Relation, adds_up, at_most, overlaps, stated

QUERIES = Path(__file__).parents[3] / "queries" / "register" / "protection"
CLAIMS = Path(__file__).parents[3] / "data" / "claims.parquet"


def cells(connection: duckdb.DuckDBPyConnection) -> list[Cell]:
    """Every cell of the tables, with what readers would lose with it."""
    return [Cell(*row) for row in _rows(connection, "cells")]


def relations(connection: duckdb.DuckDBPyConnection, claims: Path, zeros_published: bool) -> list[Relation]:
    """What everybody may know of the cells of `cells`, `parts`, `years` and `spans` together.

    claims: Parquet of the published statements. What only tells that a cell is not zero is left out where everybody
    knows that of all withheld cells.
    """
    connection.read_parquet(str(claims)).create_view("claims", replace=True)
    known = believed(connection)
    return known if zeros_published else known + list(_listed(connection))


def believed(connection: duckdb.DuckDBPyConnection) -> list[Relation]:
    """The same, from the view `claims`, without that."""
    return [*_sums(connection), *_order(connection), *_days(connection), *_statements(connection)]


def _sums(connection: duckdb.DuckDBPyConnection) -> Iterable[Relation]:
    """A total and its parts: of codes, of years, of hosts and agencies, of spans."""
    for (total, _, exact), rows in _grouped(connection, "members", 0, 1, 3):
        members = [row[2] for row in rows]
        yield from adds_up(total, members) if exact else overlaps(total, members)


def _order(connection: duckdb.DuckDBPyConnection) -> Iterable[Relation]:
    """People have one assignment at least, and these a day at least; where each has one, somebody may know."""
    for people, assignments, days, once in _rows(connection, "places"):
        yield Relation({assignments: 1, people: -1}, 0, 0) if once else at_most(people, assignments)
        yield at_most(assignments, days)


def _days(connection: duckdb.DuckDBPyConnection) -> Iterable[Relation]:
    """Nobody serves more days than a year has."""
    for (days,), rows in _grouped(connection, "calendar", 0):
        yield Relation({days: -1} | {cell: longest for _, cell, longest in rows}, 0, None)


def _statements(connection: duckdb.DuckDBPyConnection) -> Iterable[Relation]:
    for _, rows in _grouped(connection, "claims", 0):
        yield stated([row[1] for row in rows], *rows[0][2:])


def _listed(connection: duckdb.DuckDBPyConnection) -> Iterable[Relation]:
    return (stated([cell], 1, None) for (cell,) in _rows(connection, "listed"))


def _grouped(connection: duckdb.DuckDBPyConnection, name: str, *by: int) -> Iterable[tuple[Any, list[Any]]]:
    key = itemgetter(slice(by[0], by[0] + 1)) if len(by) == 1 else itemgetter(*by)
    return [(group, list(rows)) for group, rows in groupby(_rows(connection, name), key)]


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[Any]:
    return connection.sql((QUERIES / f"{name}.sql").read_text(encoding="utf-8")).fetchall()
