"""A register that is counted in batches of its volunteers has the counts that it has when it is counted at once."""

from __future__ import annotations

import datetime as dt

import duckdb
import pytest
from hypothesis import given, settings

from dashboard.publish import cells, synthetic
from tests.register import rows


@pytest.fixture(scope="module")
def spilling(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spill")
    with duckdb.connect(config={"threads": "1", "temp_directory": str(folder)}) as connection:
        yield connection, folder


def counted(connection: duckdb.DuckDBPyConnection, as_of: dt.date, size: int) -> list[tuple]:
    made = cells.count(connection, as_of, lambda counting: cells.counts(counting, size))
    return made.order("cell").fetchall()


def test_whatever_the_register_the_size_of_a_batch_changes_nothing(spilling):
    connection, _ = spilling

    @settings(max_examples=15, deadline=None)
    @given(register=rows.registers())
    def holds(register):
        rows.table(connection, register)
        at_once, one_by_one = (counted(connection, rows.AS_OF, size) for size in (cells.BATCH, 1))
        assert one_by_one == at_once

    holds()


def test_many_rows_are_counted_in_batches_and_nothing_of_them_stays(spilling):
    connection, folder = spilling
    synthetic.assignments(connection, 20_000)
    at_once, in_batches = (counted(connection, dt.date(2025, 12, 31), size) for size in (cells.BATCH, 3_000))
    assert in_batches == at_once and len(at_once) > 1000
    assert list(folder.iterdir()) == []
    ((tables,),) = connection.sql("SELECT count(*) FROM duckdb_tables() WHERE table_name LIKE 'batch%'").fetchall()
    assert tables == 0
