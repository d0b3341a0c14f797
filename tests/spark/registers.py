"""Rows in, a register as it is kept out, and what each engine counts of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

import duckdb

from dashboard.publish import cells, store, synthetic
from dashboard.publish.spark.counting import counts
from tests.register import rows
from tests.register.rows import DAY, Row

# A leap day as start, as end and in between; days that touch the end of a year; open ends, and ends after the day of
# the data; people with several hosts, abroad and at home; what is not stated; words that differ by case or a blank.
NASTY = (
    Row("v1", "KEN", "ILO", "full_funding", "youth", DAY(2020, 2, 29), DAY(2020, 2, 29), "F", "Y15T24", "KZ-75"),
    Row("v1", "THA", "ILO", "full_funding", "youth", DAY(2020, 12, 31), DAY(2021, 1, 1), "F", "Y15T24", "KZ-75"),
    Row("v1", "KAZ", "UNV", "national", "national", DAY(2021, 12, 31), DAY(2021, 12, 31), "F", "Y15T24", "KZ-75"),
    Row("v1", "KEN", "UNDP", "un_volunteers", "expert", DAY(2023, 3, 1), None, "F", "Y25T34", None),
    Row("V1", "KEN", "ILO", "full_funding", "youth", DAY(2024, 2, 28), DAY(2024, 3, 1), None, None, "KZ-75"),
    Row("v1 ", "KEN", "ILO", "full_funding", "youth", DAY(2024, 2, 29), DAY(2025, 2, 28), "M", None, None),
    Row("құс", "TUR", "ILO", "un_volunteers", "online", DAY(2024, 12, 31), None),
    Row("o'k", "TUR", "UNDP", "un_volunteers", "online", DAY(2024, 12, 31), DAY(2030, 1, 1), "M"),
    Row("v2", "KAZ", "UNV", "national", "community", DAY(2019, 1, 1), None, "M", "Y_GE45", "KZ-10"),
    Row("v2", "KAZ", "UNV", "national", "community", DAY(2019, 1, 1), DAY(2019, 1, 1), "M", "Y_GE45", "KZ-10"),
    Row("v3", "KAZ", "UNV", "national", "national", DAY(2024, 1, 1), DAY(2024, 12, 31)),
    Row("v3", "THA", "UNV", "full_funding", "national", DAY(2020, 6, 1), DAY(2023, 6, 1)),
)
Made = Callable[[duckdb.DuckDBPyConnection], object]
nasty = partial(rows.table, rows=NASTY)
large = partial(synthetic.assignments, rows=20_000)
larger = partial(synthetic.assignments, rows=200_000)


@contextmanager
def kept(folder: Path, made: Made) -> Iterator[Register]:
    """A register as the command has it when it counts."""
    folder.mkdir(mode=0o700)
    with store.opened(folder) as held, store.connect(folder) as connection:
        made(connection)
        with store.written(held, connection) as written:
            yield Register(connection, written / store.ASSIGNMENTS, folder / store.SPILL)


class Register(NamedTuple):
    """A connection that shows the rows, the Parquet that holds them, and a folder for what passes through files."""

    connection: duckdb.DuckDBPyConnection
    kept: Path
    beside: Path

    def by_duckdb(self, as_of: dt.date) -> list[tuple]:
        cells.count(self.connection, as_of)
        return self._counted()

    def by_spark(self, address: str, as_of: dt.date, **chosen) -> list[tuple]:
        self.connection.execute("DROP TABLE IF EXISTS counts")
        cells.count(
            self.connection, as_of, partial(counts, kept=self.kept, beside=self.beside, address=address, **chosen)
        )
        return self._counted()

    def _counted(self) -> list[tuple]:
        """The types, and every row in an order that is the same for equal rows."""
        found = self.connection.table("counts")
        return [tuple(map(str, found.types)), *found.order("ALL").fetchall()]
