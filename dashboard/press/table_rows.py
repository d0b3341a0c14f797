"""A table, a width and a height in; its rows in columns, and which of them have room, out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dashboard.figures.style import Viewport
from dashboard.figures.table import Cells, Section, Table
from dashboard.press.lines import GUTTER, LEADING, LETTERS, PAD, bold, italic

# Pixels: above a section, of the widest column, and between what a row says and its number.
APART, WIDEST, AIR = 12, 640, 24
# The shares of a column that a number and a period may take, and how many pixels farther apart rows may stand.
NUMBERS, PERIODS, LOOSER = (0.4, 0.3, 0.22), (0.46, 0.4, 0.34, 0.3, 0.26, 0.22), (16, 11, 7, 4, 2, 0)


class Row(NamedTuple):
    """A row: lines, and pixels to the next. `head` stands above it in its section's first row and at the top of a
    column; `rest` are the pixels from here to the end of the section where it begins one. `torn`: a word goes on in
    the next line.
    """

    head: list[str]
    said: list[str]
    number: list[str]
    when: list[str]
    ids: str
    height: float
    rest: float
    torn: bool

    @property
    def above(self) -> float:
        return len(self.head) * LEADING + PAD if self.head else 0


class Place(NamedTuple):
    """A row in a column, so many pixels from the top, with its heading or without."""

    row: Row
    column: int
    y: float
    headed: bool


class Columns(NamedTuple):
    """Rows in so many columns: how many, how wide, and the rows in every language."""

    n: int
    width: float
    rows: dict[str, list[Row]]


def in_columns(tables: dict[str, Table], n: int, inner: float, viewport: Viewport) -> Columns:
    width = min((inner - GUTTER * (n - 1)) / n, WIDEST)
    rows = {code: _rows(table, content(table, width, viewport), viewport) for code, table in tables.items()}
    return Columns(n, width, rows)


def content(table: Table, width: float, viewport: Viewport) -> float:
    """As wide as the words need, so that a number stands near what it is of."""
    named = [(section.named(row), row) for section in table.sections for row in section.rows]
    needed = (
        viewport.widest([" · ".join(filter(None, words))], LETTERS, bold=bool(words[0]))
        + viewport.widest([row.number], LETTERS, bold=True)
        for words, row in named
    )
    remarks = viewport.widest((section.remark(row) for section in table.sections for row in section.rows), LETTERS)
    when = viewport.widest((row.period for row in table.rows), LETTERS)
    heads = viewport.widest((section.heading for section in table.sections), LETTERS, bold=True)
    return min(width, max(max(needed, default=0) + when + AIR + 3 * PAD, remarks, heads))


def torn(columns: Columns) -> int:
    return max(sum(row.torn for row in rows) for rows in columns.rows.values())


def held(columns: Columns, limit: float) -> int:
    return min(len(_placed(rows, columns.n, limit)) for rows in columns.rows.values())


def height(rows: list[Row]) -> float:
    placed = _placed(rows, 1, float("inf"))
    return placed[-1].y + placed[-1].row.height + (placed[-1].row.above if placed[-1].headed else 0) if placed else 0


def _rows(table: Table, width: float, viewport: Viewport) -> list[Row]:
    """What, how many, when, as flat as can be without torn words; a section of one row begins with the heading."""
    widest = viewport.widest((row.period for row in table.rows), LETTERS) + 1
    tried = (
        [row for section in table.sections for row in _section(section, width, (number, when), viewport)]
        for number in (width * share for share in NUMBERS)
        for when in sorted({min(widest, width * share) for share in PERIODS}, reverse=True)
    )
    return min(tried, key=_read)


def _read(rows: list[Row]) -> tuple[float, ...]:
    """Rather whole words, then numbers in one line, then few lines."""
    return sum(row.torn for row in rows), sum(len(row.number) > 1 for row in rows), sum(row.height for row in rows)


def _section(section: Section, width: float, most: tuple[float, float], viewport: Viewport) -> Iterator[Row]:
    head = bold(viewport.lines(section.heading, width, LETTERS, bold=True)) if section.headed else []
    cells = [_cells(section, row, width, most, viewport) for row in section.rows]
    heights = [max(map(len, lines)) * LEADING + PAD for lines, _ in cells]
    heights[-1] += APART if head else 0
    whole = sum(heights) + (len(head) * LEADING + PAD if head else 0)
    for index, ((lines, torn), height, row) in enumerate(zip(cells, heights, section.rows, strict=True)):
        yield Row(head, *lines, row.ids, height, 0 if index else whole, torn)


def _cells(
    section: Section, row: Cells, width: float, most: tuple[float, float], viewport: Viewport
) -> tuple[tuple[list[str], list[str], list[str]], bool]:
    """Lines of what, how many and when, and whether a word is torn."""
    heading, words = section.named(row)
    number, when = viewport.lines(row.number, most[0], LETTERS, bold=True), viewport.lines(row.period, most[1], LETTERS)
    room = width - most[1] - viewport.widest(number, LETTERS, bold=True) - 3 * PAD
    text = " · ".join(filter(None, (heading, words)))
    said = viewport.lines(text, room, LETTERS, bold=bool(heading))
    torn = any(" ".join(lines) != each for lines, each in ((said, text), (number, row.number), (when, row.period)))
    said = [
        *_begun(said, len(heading.split(" ")) if heading else 0),
        *italic(viewport.lines(section.remark(row), room)),
    ]
    return (said, bold(number), when), torn


def _begun(lines: list[str], words: int) -> Iterator[str]:
    """Lines whose first words are bold."""
    for line in lines:
        split = line.split(" ")
        yield " ".join((*bold([" ".join(split[:words])] if words else []), *split[words:]))
        words = max(words - len(split), 0)


def _placed(rows: list[Row], columns: int, limit: float, apart: float = 0) -> list[Place]:
    """Column after column, up to that height. A section that a column can hold is not torn; one that is torn says its
    heading again.
    """
    places: list[Place] = []
    column, y = 0, 0.0
    for row in rows:
        headed = bool(row.head) and bool(row.rest or not y)
        high = row.height + apart + (row.above if headed else 0)
        if y and (y + high > limit or limit >= row.rest > limit - y):
            column, y, headed = column + 1, 0.0, bool(row.head)
            high = row.height + apart + (row.above if headed else 0)
        if column == columns or y + high > limit:
            break
        places.append(Place(row, column, y, headed))
        y += high
    return places


def even(rows: list[Row], columns: int, limit: float) -> list[Place]:
    """The same as far apart as there is room for, in columns about as high as one another."""
    for apart in LOOSER:
        lowest = int(sum(row.height + apart for row in rows) / columns)
        for high in (*range(lowest, int(limit), PAD), limit):
            if len(places := _placed(rows, columns, high, apart)) == len(rows):
                return places
    return _placed(rows, columns, limit)


def period(rows: list[Row], viewport: Viewport) -> float:
    return viewport.widest((line for row in rows for line in row.when), LETTERS)
