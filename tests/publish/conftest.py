"""A published folder that each test may spoil."""

import shutil
from pathlib import Path

import duckdb
import pytest

from dashboard.publish import checks
from dashboard.publish.release import publish
from tests.publish.source import CODES, GOOD, write


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """Source and release of GOOD, with a neighbour that publishing has to leave alone."""
    folder = tmp_path_factory.mktemp("published")
    publish(write(folder / "source", GOOD), folder / "data", CODES)
    (folder / "data" / "neighbour.txt").write_text("mine", encoding="utf-8")
    return folder


@pytest.fixture
def source(published, tmp_path) -> Path:
    return Path(shutil.copytree(published / "source", tmp_path / "source"))


@pytest.fixture
def target(published, tmp_path) -> Path:
    return Path(shutil.copytree(published / "data", tmp_path / "data"))


@pytest.fixture(scope="module")
def connection(published) -> duckdb.DuckDBPyConnection:
    tables, _ = checks.database(published / "source", CODES)
    checks.type_tables(tables)
    return tables
