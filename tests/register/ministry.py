"""A small file as a ministry would send it, and what the tests do with changed copies of it. Nobody in it is real."""

import csv
import datetime as dt
import io
from pathlib import Path

import duckdb

from dashboard.publish.register.problems import Problem, Refused
from dashboard.publish.register.reading import Reading, read

TODAY = dt.date(2025, 12, 31)
SECRET = b"a key for tests"
AT_UNDP = {"agency": "UNDP", "programme": "full_funding"}
YOUNG = {"sex": "F", "birth_year": "1999", "home_region": "KZ-71"}

# The first is row 2 of its file, as in a spreadsheet.
GOOD: list[dict[str, str]] = [
    {"assignment_id": "A1", "volunteer_key": "V1", "host_country": "KEN", "category": "youth", "hours": "120"}
    | {"start_date": "2024-03-01", "end_date": "2024-08-31"}
    | AT_UNDP
    | YOUNG,
    {"assignment_id": "A2", "volunteer_key": "V1", "host_country": "THA", "category": "youth", "hours": ""}
    | {"start_date": "2024-09-01", "end_date": ""}
    | AT_UNDP
    | YOUNG,
    {"assignment_id": "A3", "volunteer_key": "V2", "host_country": "KAZ", "category": "national", "hours": "7.5"}
    | {"start_date": "2023-01-15", "end_date": "2023-01-15", "agency": "UNV", "programme": "national"}
    | {"sex": "", "birth_year": "", "home_region": ""},
]
COLUMNS = list(GOOD[0])


def changed(changes: dict[tuple[int, str], str]) -> list[dict[str, str]]:
    """Copies of the good rows with some cells changed, named by the row of the file and the column."""
    rows = [dict(row) for row in GOOD]
    for (number, column), text in changes.items():
        rows[number - 2][column] = text
    return rows


def text(rows: list[dict[str, str]], delimiter: str = ",", columns: list[str] = COLUMNS) -> str:
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def write(path: Path, rows: list[dict[str, str]] = GOOD) -> Path:
    path.write_text(text(rows), encoding="utf-8", newline="")
    return path


def read_it(path: Path, today: dt.date = TODAY, secret: bytes = SECRET) -> Reading:
    connection = duckdb.connect(config={"threads": "1"})
    return read(path, connection, today, secret)


def rows_of(reading: Reading, *columns: str) -> list[tuple]:
    """The assignments in the order of the good file."""
    order = "year = 2023, start_date"
    return reading.connection.table("assignments").order(order).select(*columns).fetchall()


def problems_of(path: Path) -> list[Problem]:
    """All that is wrong, whether with rows or with whole files."""
    try:
        return read_it(path).problems(1000)
    except Refused as refused:
        return refused.problems


def places(found: list[Problem]) -> list[tuple[int | None, str | None]]:
    return [(problem.row, problem.column) for problem in found]
