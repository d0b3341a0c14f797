"""Rows with two dimensions in, a field for each pair out: the darker, the larger its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import STATUSES, word
from dashboard.figures import style
from dashboard.figures.phrases import number
from dashboard.figures.records import records
from dashboard.figures.style import Room
from dashboard.figures.widths import text_width
from dashboard.i18n import Language

# Pixels: of a row, of the lowest that can be read, of letters in fields, and what keeps words off fields.
ROW, LOWEST, LETTERS, PAD = 26, 17, 12, 6
# How much of a letter's size the words on end above two columns need to stand beside one another.
HEADS = 1.25
# What a phone leaves for a figure, where nobody knows how wide it will be; the share that names of rows take.
PHONE, NAMES = 330, (0.3, 0.42)
# A field: its share of the room between two, its palest and its darkest blue, both below dark and below light words.
FIELD, PALEST, DARKEST = 0.94, 0.08, 0.62
SHORT = re.compile(r"\(([^()]+)\)$|«([^»]+)»")
CENTRED = {"xanchor": "center", "yanchor": "middle", "align": "center", "borderpad": 0}


@dataclass(frozen=True)
class Grid:
    """Where fields and words stand: `head` and `row` in pixels, `names` as a share of the width."""

    downs: list[str]
    acrosses: list[str]
    head: float
    row: float
    names: float
    shown: int
    tight: bool
    room: Room

    def across(self, code: str) -> float:
        """The middle of a column as a share of the width."""
        return self.names + (1 - self.names) * (self.acrosses.index(code) + FIELD / 2) / len(self.acrosses)

    def down(self, code: str) -> float:
        return self.head + self.row * (self.downs.index(code) + 0.5)

    @property
    def field(self) -> float:
        """Pixels from one column to the next."""
        return self.room.width * (1 - self.names) / max(len(self.acrosses), 1)


def matrix(df: pd.DataFrame, t: Language, down: str, across: str, room: Room) -> go.Figure:
    """Rows of `down`, columns of `across`, both in the order in which the rows of df first name them.

    Numbers stand in the fields where all of them fit; where not, a table has them.
    """
    grid = _grid(records(df), t, down, across, room)
    rows = [row for row in records(df) if getattr(row, down) in grid.downs[: grid.shown]]
    fits = _width(grid.room, [_said(t, row) for row in rows], LETTERS) <= grid.field - 2
    points = [(grid.across(getattr(row, across)), grid.down(getattr(row, down))) for row in rows]
    names = {code: grid.room.lines(word(t, down, code), grid.room.width * grid.names - PAD) for code in grid.downs}
    layout = style.blank(
        int(grid.head + grid.row * grid.shown) + 4,
        annotations=[
            *(_head(short(t, across, code), grid.across(code), grid.head - PAD) for code in grid.acrosses),
            *(_name(names[code], grid.down(code)) for code in grid.downs[: grid.shown]),
            *(_number(t, row, point, fits) for row, point in zip(rows, points, strict=True)),
        ],
        meta={"shown": grid.shown, "rows": len(grid.downs), "tight": grid.tight},
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    )
    layout["yaxis"] |= {"range": [layout["height"], 0]}
    layout["xaxis"] |= {"range": [0, len(grid.acrosses)], "domain": [grid.names, 1]}
    places = [(grid.acrosses.index(getattr(row, across)), grid.down(getattr(row, down))) for row in rows]
    return style.figure([_fields(rows, places, grid.row)], layout)


def _grid(rows: list[Any], t: Language, down: str, across: str, room: Room) -> Grid:
    """The same in every language of the room; as many rows as it holds."""
    room = replace(room, width=room.width or PHONE, measure=room.measure or text_width)
    downs, acrosses = (list(dict.fromkeys(getattr(row, column) for row in rows)) for column in (down, across))
    languages = [Language(code) for code in room.languages] or [t]
    words = [word(each, down, code) for each in languages for code in downs]
    widest = _width(room, words) + PAD
    names = min(max(widest / room.width, NAMES[0]), NAMES[1])
    head = PAD + max(_width(room, [short(each, across, code) for each in languages for code in acrosses]), 1)
    lines = max((len(room.lines(text, room.width * names - PAD)) for text in words), default=1)
    row: float = max(style.LINE * lines + 2, LOWEST)
    spare = (room.height - head) / max(len(downs), 1) if room.height else ROW
    row = max(row, min(spare, ROW))
    shown = min(len(downs), int((room.height - head) / row)) if room.height else len(downs)
    grid = Grid(downs, acrosses, head, row, names, shown, False, room)
    return replace(grid, tight=lines > 1 or grid.field < style.SIZE * HEADS)


def _width(room: Room, texts: list[str], size: float = style.SIZE) -> float:
    measure: Callable[[str, float, bool], float] = room.measure or text_width
    return max((measure(text, size, False) for text in texts), default=0.0)


def short(t: Language, column: str, code: str) -> str:
    """What stands in brackets or in quotation marks: UNDP for “United Nations Development Programme (UNDP)”."""
    said = word(t, column, code)
    found = SHORT.search(said)
    return (found[1] or found[2]) if found else said


def _head(text: str, x: float, y: float) -> dict[str, Any]:
    """The name of a column, on end."""
    return style.note(text, y) | CENTRED | {"x": x, "yanchor": "bottom", "textangle": -90}


def _name(lines: list[str], y: float) -> dict[str, Any]:
    return style.note("<br>".join(lines), y) | {"yanchor": "middle", "borderpad": 0}


def _number(t: Language, row: Any, point: tuple[float, float], fits: bool) -> dict[str, Any]:
    said = _said(t, row) if fits or row.status == "Q" else ""
    return style.note(said, point[1], style.ids(row)) | CENTRED | {"x": point[0], "font": {"size": LETTERS}}


def _said(t: Language, row: Any) -> str:
    return STATUSES["Q"].symbol if row.status == "Q" else number(t, row)


def _fields(rows: list[Any], places: list[tuple[int, float]], height: float) -> dict[str, Any]:
    top = max((row.value for row in rows if row.value), default=1)
    return {
        "type": "bar",
        "orientation": "h",
        "base": [x for x, _ in places],
        "x": [FIELD] * len(rows),
        "y": [y for _, y in places],
        "width": height * FIELD,
        "marker": {
            "color": [style.GREY if row.status == "Q" else _blue((row.value or 0) / top) for row in rows],
            "line": {"width": 0},
            "pattern": {"shape": ["/" if row.status == "Q" else "" for row in rows], "fillmode": "replace", "size": 6},
        },
        "customdata": [style.ids(row) for row in rows],
    }


def _blue(share: float) -> str:
    """A zero is as pale as can be, and grey."""
    return f"rgba(0,137,168,{round(PALEST + (DARKEST - PALEST) * share, 2)})" if share else "rgba(122,140,148,0.08)"
