"""The published tables, to ask and to change."""

from collections.abc import Iterator

import duckdb
import pytest

from dashboard import data
from tests.queries.tables import Tables


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
