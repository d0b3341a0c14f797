"""An XLSX workbook in, the rows of its sheets as text in a table, and what is wrong with them, out."""

import datetime as dt
import itertools
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow as pa
from openpyxl.utils import get_column_letter

from dashboard.publish.problems import NO_ROWS
from dashboard.publish.register import headers, problems
from dashboard.publish.register.headers import Header
from dashboard.publish.register.problems import Problem
from dashboard.publish.register.template import NOTES

Row = tuple[int, list[str | None]]

# A sheet of a million rows unpacks to ten times its size, and to less than 2 GiB.
MOST_BYTES, MOST_TIMES = 2 << 30, 100
SMALL = 50 << 20
BATCH = 20_000
# openpyxl checks little itself: a damaged workbook fails wherever it happens to.
BROKEN = (zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError, EOFError, OSError)


def append(
    connection: duckdb.DuckDBPyConnection, table: str, file: str, path: Path
) -> tuple[list[Header], list[Problem]]:
    """Add the rows of every sheet but the notes of the template to `table`; their headers, and what is wrong."""
    try:
        if _is_a_bomb(path):
            return [], [Problem(file, None, None, None, None, problems.ZIP_BOMB)]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and checks that nobody reads here
            return _append(connection, table, file, path)
    except BROKEN:
        return [], [Problem(file, None, None, None, None, problems.NOT_A_WORKBOOK)]


def _is_a_bomb(path: Path) -> bool:
    """By what the archive says of itself, before anything is unpacked; Python unpacks no more than it says."""
    with zipfile.ZipFile(path) as archive:
        unpacked = sum(entry.file_size for entry in archive.infolist())
    return unpacked > MOST_BYTES or unpacked > max(SMALL, MOST_TIMES * path.stat().st_size)


def _append(
    connection: duckdb.DuckDBPyConnection, table: str, file: str, path: Path
) -> tuple[list[Header], list[Problem]]:
    read: list[Header] = []
    found: list[Problem] = []
    book = openpyxl.load_workbook(path, read_only=True)
    try:
        for sheet in book.worksheets:
            cells, rows = _rows(sheet)
            if cells and sheet.title not in NOTES:
                read.append(header := headers.read(file, sheet.title, cells))
                found += header.problems or _append_rows(connection, table, header, rows)
    finally:
        book.close()
    return read, found if read else [Problem(file, None, None, None, None, NO_ROWS)]


def _append_rows(
    connection: duckdb.DuckDBPyConnection, table: str, header: Header, rows: Iterator[Row]
) -> list[Problem]:
    found: list[Problem] = []
    batch: list[Row] = []
    width = len(header.columns)
    for batch in iter(lambda: list(itertools.islice(rows, BATCH)), []):
        found += [_beyond(header, row, width) for row in batch if any(row[1][width:])]
        connection.from_arrow(_table(header, batch)).insert_into(table)
    return found if batch else [Problem(header.file, header.sheet, None, None, None, NO_ROWS)]


def _rows(sheet: Any) -> tuple[list[str | None], Iterator[Row]]:
    """The header and the rows below it, numbered as the sheet does; rows without a cell are left out."""
    sheet.reset_dimensions()  # what a sheet says of its own size is often wrong
    numbered = ((number, [text(value) for value in row]) for number, row in enumerate(sheet.values, 1))
    filled = ((number, row) for number, row in numbered if any(cell is not None for cell in row))
    _, header = next(filled, (1, []))
    while header and header[-1] is None:
        header.pop()
    return header, filled


def _beyond(header: Header, row: Row, width: int) -> Problem:
    place = next(place for place, cell in enumerate(row[1], 1) if place > width and cell is not None)
    return Problem(header.file, header.sheet, row[0], get_column_letter(place), "", problems.BEYOND_THE_HEADER)


def _table(header: Header, rows: list[Row]) -> pa.Table:
    named = {"file": [header.file] * len(rows), "sheet": [header.sheet] * len(rows)}
    cells = {
        column: [row[place] if place < len(row) else None for _, row in rows]
        for place, column in enumerate(header.columns)
    }
    empty = [None] * len(rows)
    texts = named | {column: cells.get(column, empty) for column in headers.columns_of_register()}
    numbers = {"row": pa.array([number for number, _ in rows], pa.int64())}
    return pa.table({column: pa.array(values, pa.string()) for column, values in texts.items()} | numbers)


def text(value: Any) -> str | None:
    """A cell as CSV would have it: days without their midnight, numbers without an empty fraction."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    # What is left are formulas that fill many cells at once.
    return str(value) if isinstance(value, str | int | float | dt.date | dt.time) else "="
