"""A table in every language and a viewport in; the table in newspaper columns out, as Plotly's plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dashboard.figures import style
from dashboard.figures.style import EDGE, Viewport
from dashboard.figures.table import Cells, Section, Table
from dashboard.i18n import Language

# Pixels: letters, from line to line, around a row, above a section, from column to column, of the narrowest column, and
# of the widest.
LETTERS, LEADING, PAD, APART, GUTTER, COLUMN = 13, 17, 6, 12, 32, 280
WIDEST = 640
# Columns at most; the shares of a column that a number and a period take at most; how many pixels farther apart rows
# may stand.
MOST, NUMBERS, PERIODS, LOOSER = 3, 0.4, 0.34, (16, 11, 7, 4, 2, 0)


class Row(NamedTuple):
    """A row: lines, and pixels to the next. `head` stands above it in its section's first row and at the top of a
    column; `rest` are the pixels from here to the end of the section where it begins one.
    """

    head: list[str]
    said: list[str]
    number: list[str]
    when: list[str]
    ids: str
    height: float
    rest: float

    @property
    def above(self) -> float:
        return len(self.head) * LEADING + PAD if self.head else 0


class Place(NamedTuple):
    """A row in a column, so many pixels from the top, with its heading or without."""

    row: Row
    column: int
    y: float
    headed: bool


def typeset(tables: dict[str, Table], t: Language, viewport: Viewport) -> dict[str, Any]:
    """As many rows as find room in every language; if not all do, a last line says how many. `meta` tells the same."""
    inner = viewport.width - 2 * EDGE
    high = viewport.height - 2 * EDGE if viewport.height else float("inf")
    most = max(1, min(int((inner + GUTTER) // (COLUMN + GUTTER)), MOST))
    tried = (_columns(tables, n, inner, viewport) for n in range(1, most + 1))
    n, width, rows = next((each for each in tried if _all_held(each, high)), _columns(tables, most, inner, viewport))
    mine, said = rows[t.code], ""
    limit = high = high if viewport.height else _height(mine)
    if (shown := _held(rows, n, limit)) < len(mine):
        limit -= LEADING * (2 if n == 1 else 1) + PAD
        shown = _held(rows, n, limit)
        said = t(
            "Shown here: {shown} of {rows} lines; all of them stand at the address below.", shown=shown, rows=len(mine)
        )
    layout = style.blank(int(high + 2 * EDGE), width=viewport.width, annotations=[], shapes=[])
    layout |= {
        "meta": {"shown": shown, "rows": len(mine), "tight": n > 2},
        "margin": dict.fromkeys(("l", "r", "t", "b"), 0),
    }
    layout["yaxis"] |= {"range": [layout["height"], 0]}
    for place in _even(mine[:shown], n, limit):
        _write(layout, place, EDGE + place.column * (width + GUTTER), width, _period(mine, viewport))
    _note(layout, _bold(viewport.lines(said, inner, LETTERS, bold=True)), EDGE, EDGE + high, "", yanchor="bottom")
    return {"data": [], "layout": layout}


def _columns(
    tables: dict[str, Table], n: int, inner: float, viewport: Viewport
) -> tuple[int, float, dict[str, list[Row]]]:
    """Rows in so many columns: how many, how wide, and the rows in every language."""
    width = min((inner - GUTTER * (n - 1)) / n, WIDEST)
    return n, width, {code: _rows(table, width, viewport) for code, table in tables.items()}


def _all_held(columns: tuple[int, float, dict[str, list[Row]]], high: float) -> bool:
    n, _, rows = columns
    return all(len(_placed(each, n, high)) == len(each) for each in rows.values())


def _held(rows: dict[str, list[Row]], columns: int, limit: float) -> int:
    return min(len(_placed(each, columns, limit)) for each in rows.values())


def _height(rows: list[Row]) -> float:
    placed = _placed(rows, 1, float("inf"))
    return placed[-1].y + placed[-1].row.height + (placed[-1].row.above if placed[-1].headed else 0) if placed else 0


def _rows(table: Table, width: float, viewport: Viewport) -> list[Row]:
    """What, how many, when; a section of one row is one line, which begins with the heading."""
    when = min(viewport.widest((row.period for row in table.rows), LETTERS) + 1, width * PERIODS)
    return [row for section in table.sections for row in _section(section, width, when, viewport)]


def _section(section: Section, width: float, when: float, viewport: Viewport) -> Iterator[Row]:
    alone = len(section.rows) == 1
    head = [] if alone or not section.heading else _bold(viewport.lines(section.heading, width, LETTERS, bold=True))
    cells = [_cells(row, section.heading if alone else "", width, when, viewport) for row in section.rows]
    heights = [max(map(len, lines)) * LEADING + PAD for *lines, _ in cells]
    heights[-1] += 0 if alone else APART
    whole = sum(heights) + (len(head) * LEADING + PAD if head else 0)
    for index, ((said, number, period, ids), height) in enumerate(zip(cells, heights, strict=True)):
        yield Row(head, said, number, period, ids, height, 0 if index else whole)


def _cells(
    row: Cells, heading: str, width: float, when: float, viewport: Viewport
) -> tuple[list[str], list[str], list[str], str]:
    number = viewport.lines(row.number, width * NUMBERS, LETTERS, bold=True)
    room = width - when - viewport.widest(number, LETTERS, bold=True) - 3 * PAD
    # Of rows that differ in their period alone it is their name.
    text, period = " · ".join(filter(None, (heading, row.about))), row.period
    text, period = (text, period) if text else (period, "")
    said = viewport.lines(text, room, LETTERS, bold=bool(heading))
    bold = len(heading.split(" ")) if heading else 0
    return list(_begun(said, bold)), _bold(number), viewport.lines(period, when, LETTERS), row.ids


def _begun(lines: list[str], words: int) -> Iterator[str]:
    """Lines whose first words are bold."""
    for line in lines:
        split = line.split(" ")
        yield " ".join((*_bold([" ".join(split[:words])] if words else []), *split[words:]))
        words = max(words - len(split), 0)


def _bold(lines: list[str]) -> list[str]:
    return [f"<b>{line}</b>" for line in lines if line]


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


def _even(rows: list[Row], columns: int, limit: float) -> list[Place]:
    """The same as far apart as there is room for, in columns about as high as one another."""
    for apart in LOOSER:
        lowest = int(sum(row.height + apart for row in rows) / columns)
        for high in (*range(lowest, int(limit), PAD), limit):
            if len(places := _placed(rows, columns, high, apart)) == len(rows):
                return places
    return _placed(rows, columns, limit)


def _period(rows: list[Row], viewport: Viewport) -> float:
    return viewport.widest((line for row in rows for line in row.when), LETTERS)


def _write(layout: dict[str, Any], place: Place, x: float, width: float, when: float) -> None:
    """Heading, words, number before the period, and a rule above a row that has one before."""
    row, y = place.row, EDGE + place.y
    _note(layout, row.head if place.headed else [], x, y, row.ids)
    below = y + (row.above if place.headed else 0)
    _note(layout, row.said, x, below, row.ids)
    _note(layout, row.number, x + width - when - 2 * PAD, below, row.ids, xanchor="right", align="right")
    _note(layout, row.when, x + width - when, below, row.ids)
    ends = {f"x{end}": (x + end * width) / layout["width"] for end in (0, 1)}
    rule = {"type": "line", "xref": "paper", "line": {"width": 1, "color": style.FAINT}} | ends
    layout["shapes"] += [rule | dict.fromkeys(("y0", "y1"), below - PAD / 2)] if place.y or place.headed else []


def _note(layout: dict[str, Any], lines: list[str], x: float, y: float, ids: str, **look: str) -> None:
    place = {"x": x / layout["width"], "borderpad": 0, "font": {"size": LETTERS}}
    layout["annotations"] += [style.note("<br>".join(lines), y, ids) | place | look] if any(lines) else []
