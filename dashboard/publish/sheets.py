"""A CSV file kept by hand in, its rows as text and the problems of its form out."""

import csv
import io
from pathlib import Path

from dashboard.publish import problems
from dashboard.publish.problems import Problem

Row = tuple[int | str | None, ...]


def rows(path: Path, columns: list[str]) -> tuple[list[Row], list[Problem]]:
    """Row number and cells in the order of `columns` (None for an empty cell), and what is wrong."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return [], [Problem(path.name, None, None, None, problems.MISSING_FILE)]
    except UnicodeDecodeError as error:
        return [], [_undecodable(path.name, error)]
    records, found = _records(path.name, text)
    header = records[0][1] if records else []
    found += _header_problems(path.name, header, columns)
    if found:
        return [], found
    if not records[1:]:
        return [], [Problem(path.name, None, None, None, problems.NO_ROWS)]
    found = [problem for number, cells in records[1:] for problem in _width_problems(path.name, number, cells, header)]
    places = [header.index(column) for column in columns]
    whole = [(number, cells) for number, cells in records[1:] if len(cells) == len(header)]
    return [(number, *(cells[place] or None for place in places)) for number, cells in whole], found


def _records(file: str, text: str) -> tuple[list[tuple[int, list[str]]], list[Problem]]:
    """Numbered rows; blank lines are counted, as a spreadsheet does, and left out."""
    records = []
    reader = enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), start=1)
    number = 0
    try:
        for number, cells in reader:
            records.append((number, cells))
    except csv.Error:
        return [], [Problem(file, number + 1, None, None, problems.NOT_CSV)]
    return [(number, cells) for number, cells in records if cells], []


def _undecodable(file: str, error: UnicodeDecodeError) -> Problem:
    before = list(csv.reader(io.StringIO(error.object[: error.start].decode("utf-8-sig") + "?", newline="")))
    column = len(before[-1]) - 1
    name = before[0][column] if len(before) > 1 and column < len(before[0]) else None
    broken = error.object[error.start : error.end].hex(" ")
    return Problem(file, len(before), name, broken, problems.NOT_UTF_8)


def _header_problems(file: str, header: list[str], columns: list[str]) -> list[Problem]:
    missing = [(column, problems.MISSING_COLUMN) for column in columns if column not in header]
    unknown = [(column, problems.UNKNOWN_COLUMN) for column in header if column not in columns]
    doubled = [(column, problems.DOUBLED_COLUMN) for column in columns if header.count(column) > 1]
    return [Problem(file, 1, column, None, sentence) for column, sentence in missing + unknown + doubled]


def _width_problems(file: str, number: int, cells: list[str], header: list[str]) -> list[Problem]:
    if len(cells) > len(header):
        return [Problem(file, number, str(len(header) + 1), cells[len(header)], problems.EXTRA_CELL)]
    if len(cells) < len(header):
        return [Problem(file, number, header[len(cells)], None, problems.MISSING_CELL)]
    return []
