"""The published tables, to ask and to change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import pytest

from dashboard import data
from tests.queries.tables import Tables

Answer = Callable[..., list[Any]]


@pytest.fixture(scope="session")
def release() -> Iterator[duckdb.DuckDBPyConnection]:
    """The published tables, as the pages read them; nobody changes them."""
    with data.connect() as connection:
        yield connection


@pytest.fixture
def spoilt() -> Iterator[duckdb.DuckDBPyConnection]:
    """The published tables for one test, which may change them."""
    with data.connect() as connection:
        yield connection


@pytest.fixture(scope="session")
def tables() -> Iterator[Tables]:
    """A small database that holds whatever claims a test gives it."""
    with Tables() as small:
        yield small


@pytest.fixture(scope="session")
def answer(release) -> Answer:
    """The cells of some columns, row by row, of what is published: answer("placements_by_year", "value qualifier")."""

    def cells(name: str, columns: str, **choice: Any) -> list[Any]:
        rows = data.run(release, name, choice)[columns.split()].itertuples(index=False, name=None)
        told = [tuple(cell.isoformat() if isinstance(cell, date) else cell for cell in row) for row in rows]
        return told if " " in columns else [cell for (cell,) in told]

    return cells
