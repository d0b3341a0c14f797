"""A CSV file in, its header and its rows as text out, read by DuckDB as they stream by."""

import codecs
import csv
import glob
import io
from collections.abc import Iterator
from pathlib import Path

import duckdb

from dashboard.publish.problems import EXTRA_CELL, MISSING_CELL, NO_ROWS, NOT_CSV
from dashboard.publish.register import problems
from dashboard.publish.register.problems import Problem

HEAD = 1 << 16
DELIMITERS = (",", ";", "\t")
READING = Path(__file__).parents[3] / "queries" / "register" / "reading"
# What DuckDB calls a line that it could not read; all else is a quotation mark out of place.
FAULTS = {
    "MISSING COLUMNS": MISSING_CELL,
    "TOO MANY COLUMNS": EXTRA_CELL,
    "INVALID ENCODING": problems.NOT_UTF_8,
}


def header(path: Path) -> tuple[list[str], str, str | None]:
    """The cells of the header, the delimiter, and what is wrong."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head:
        return [], "", problems.UTF_16
    try:
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return [], "", problems.NOT_UTF_8
    first, _, rest = text.partition("\n")
    cells, delimiter = max(((_cells(first, mark), mark) for mark in DELIMITERS), key=lambda found: len(found[0]))
    if len(cells) < 2:
        return [], "", problems.WRONG_DELIMITER
    return cells, delimiter, None if rest.strip() else NO_ROWS


def _cells(line: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(line.strip("\r")), delimiter=delimiter), [])


def rows(
    connection: duckdb.DuckDBPyConnection, path: Path, columns: list[str], delimiter: str
) -> duckdb.DuckDBPyRelation:
    """The rows below the header, all text; those that cannot be read are left to `unreadable`."""
    values = {"path": glob.escape(str(path)), "columns": dict.fromkeys(columns, "VARCHAR"), "delimiter": delimiter}
    return connection.sql((READING / "csv.sql").read_text(encoding="utf-8"), params=values)


def unreadable(connection: duckdb.DuckDBPyConnection, names: dict[str, str]) -> list[Problem]:
    """The lines that were passed over when the rows were read; `names` is path -> name of the CSV files."""
    if not names:
        return []
    found = connection.sql((READING / "unreadable.sql").read_text(encoding="utf-8")).fetchall()
    return [
        Problem(names[path], None, row, column, "", FAULTS.get(fault, NOT_CSV)) for path, row, column, fault in found
    ]


def empty_lines(path: Path) -> Iterator[tuple[int, int]]:
    """For each line without a cell the number that the next row has where such lines are not counted, as DuckDB does
    not, and how many there are up to it; what is quoted over several lines is one row."""
    number, empty, quoted = 0, 0, False
    with path.open("rb") as file:
        for line in file:
            if not quoted:
                number += 1
                if not line.strip(b"\r\n"):
                    empty += 1
                    yield number - empty + 1, empty
            quoted ^= line.count(b'"') % 2 == 1
