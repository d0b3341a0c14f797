"""Small registers, written by hand or drawn at random, as the table `assignments`; and the same counted naively."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

import duckdb
from hypothesis import strategies as st

DAY = dt.date
TYPES = (
    "volunteer BLOB, host VARCHAR, agency VARCHAR, programme VARCHAR, category VARCHAR, "
    "start_date DATE, end_date DATE, sex VARCHAR, age_group VARCHAR, region VARCHAR, minutes INTEGER, year INTEGER"
)


class Row(NamedTuple):
    """One assignment; volunteers are plain words here, digests in a register."""

    volunteer: str
    host: str
    agency: str
    programme: str
    category: str
    start_date: dt.date
    end_date: dt.date | None
    sex: str | None = None
    age_group: str | None = None
    region: str | None = None


# The first runs over the end of a year, the third is open, the last ends after the day of the data.
AS_OF = DAY(2024, 3, 5)
FOUR = (
    Row("v1", "KEN", "ILO", "funded", "youth", DAY(2023, 12, 30), DAY(2024, 1, 2), "F", "Y15T24", "KZ-75"),
    Row("v1", "KEN", "UNDP", "unv", "youth", DAY(2024, 3, 1), DAY(2024, 3, 5), "F", "Y25T34", "KZ-75"),
    Row("v2", "THA", "UNICEF", "unv", "expert", DAY(2024, 2, 28), None, "M", "Y25T34", "KZ-71"),
    Row("v3", "KEN", "UNICEF", "funded", "youth", DAY(2024, 1, 5), DAY(2025, 1, 1)),
)

# At home: one of the three who were abroad, and somebody who was not.
HOME = (
    Row("v1", "KAZ", "UNV", "national", "national", DAY(2024, 1, 10), DAY(2024, 1, 12), "F", "Y15T24", "KZ-75"),
    Row("v4", "KAZ", "UNV", "national", "community", DAY(2023, 12, 31), DAY(2024, 1, 1), "M", None, "KZ-71"),
)


def table(connection: duckdb.DuckDBPyConnection, rows: Sequence[Row]) -> None:
    """Table `assignments` of these rows."""
    connection.execute(f"CREATE OR REPLACE TABLE assignments ({TYPES})")
    full = [(row.volunteer.encode(), *row[1:], None, row.start_date.year) for row in rows]
    if full:
        places = ", ".join([f"({', '.join('?' * 12)})"] * len(full))
        connection.execute(f"INSERT INTO assignments VALUES {places}", [cell for row in full for cell in row])


CODES = {
    "by_year": None,
    "by_host": "host",
    "by_agency": "agency",
    "by_programme": "programme",
    "by_category": "category",
    "by_sex": "sex",
    "by_age_group": "age_group",
    "by_region": "region",
    "by_host_and_agency": "host.agency",
}
ABROAD_ONLY = ("by_host", "by_host_and_agency")
Counted = dict[tuple[str, str, int | None, str | None], tuple[int, ...]]


def naive(rows: Sequence[Row], as_of: dt.date) -> Counted:
    """(scope, table, year, code) -> people, assignments, volunteer-days and those behind them, day by day; no zeros."""
    assigned: dict[tuple, list[str]] = {}
    served: dict[tuple, list[str]] = {}
    for row in rows:
        scope = "home" if row.host == "KAZ" else "abroad"
        for name in CODES if scope == "abroad" else CODES.keys() - ABROAD_ONLY:
            for year in _years(name, [row.start_date.year]):
                assigned.setdefault((scope, name, year, code(row, name)), []).append(row.volunteer)
            for year in _years(name, _days(row, as_of)):
                served.setdefault((scope, name, year, code(row, name)), []).append(row.volunteer)
    empty: list[str] = []
    pairs = {key: (assigned.get(key, empty), served.get(key, empty)) for key in assigned | served}
    return {key: (len(set(a)), len(a), len(days), len(set(days))) for key, (a, days) in pairs.items()}


def _years(name: str, years: list[int]) -> list[int | None]:
    """One entry for the year and one for all years together; a table over all years has only those."""
    return [None] * len(years) if name == "by_host_and_agency" else [*years, *[None] * len(years)]


def _days(row: Row, as_of: dt.date) -> list[int]:
    """The year of each day."""
    length = (min(row.end_date or as_of, as_of) - row.start_date).days + 1
    return [(row.start_date + dt.timedelta(days=n)).year for n in range(length)]


def code(row: Row, name: str) -> str | None:
    """The code of a row in a table: _U where nothing is stated, no code where the table has none."""
    if (dimension := CODES[name]) is None:
        return None
    if dimension == "host.agency":
        return f"{row.host}.{row.agency}"
    return getattr(row, dimension) or "_U"


def registers() -> st.SearchStrategy[list[Row]]:
    """Up to a dozen assignments of up to five people in three years, some open, some longer than the data."""
    days = st.dates(DAY(2022, 11, 1), AS_OF)
    ends = st.one_of(st.none(), st.dates(DAY(2022, 11, 1), DAY(2024, 6, 1)))
    row = st.builds(
        Row,
        volunteer=st.sampled_from(["v1", "v2", "v3", "v4", "v5"]),
        host=st.sampled_from(["KAZ", "KEN", "THA"]),
        agency=st.sampled_from(["ILO", "UNDP"]),
        programme=st.sampled_from(["funded", "unv"]),
        category=st.sampled_from(["expert", "youth"]),
        start_date=days,
        end_date=ends,
        sex=st.sampled_from(["F", "M", None]),
        age_group=st.sampled_from(["Y15T24", "Y25T34", None]),
        region=st.sampled_from(["KZ-71", "KZ-75", None]),
    )
    return st.lists(row.filter(lambda row: row.end_date is None or row.end_date >= row.start_date), max_size=12)
