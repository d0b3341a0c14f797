"""Rows with two dimensions in, a field for each pair out: the darker, the larger its number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import STATUSES, word
from dashboard.figures import marks, style
from dashboard.figures.phrases import number, short
from dashboard.figures.records import records
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Pixels: of a row, of the highest, of letters in fields, and what keeps words off fields.
ROW, HIGHEST, LETTERS, PAD = 26, 40, 12, 6
# The share of the width that names of rows take.
NAMES = (0.2, 0.42)
# A field: its share of the room between two, its palest and its darkest blue, both below dark and below light words.
FIELD, PALEST, DARKEST = 0.94, 0.08, 0.62
# Words stand on what is hatched.
HATCHING = {"fillmode": "replace", "size": 9, "solidity": 0.18, "fgopacity": 0.55}
CENTRED = {"xanchor": "center", "yanchor": "middle", "align": "center", "borderpad": 0}


@dataclass(frozen=True)
class Grid:
    """Where fields and words stand: `head` and `row` in pixels, `names` as a share of the width; whether the names of
    columns stand on end.
    """

    downs: list[str]
    acrosses: list[str]
    head: float
    on_end: bool
    row: float
    names: float
    viewport: Viewport

    def across(self, code: str) -> float:
        """The middle of a column as a share of the width."""
        return self.names + (1 - self.names) * (self.acrosses.index(code) + FIELD / 2) / len(self.acrosses)

    def down(self, code: str) -> float:
        return self.head + self.row * (self.downs.index(code) + 0.5)

    @property
    def field(self) -> float:
        """Pixels from one column to the next."""
        return self.viewport.width * (1 - self.names) / max(len(self.acrosses), 1)


def matrix(df: pd.DataFrame, t: Language, down: str, across: str, viewport: Viewport) -> go.Figure:
    """Rows of `down`, columns of `across`, both in the order in which the rows of df first name them.

    Numbers stand in the fields where all of them fit; where not, a table has them.
    """
    rows = records(df)
    grid = _grid(rows, t, down, across, viewport)
    fits = grid.viewport.widest((_said(t, row) for row in rows), LETTERS) <= grid.field - 2
    points = [(grid.across(getattr(row, across)), grid.down(getattr(row, down))) for row in rows]
    wide = grid.viewport.width * grid.names - PAD
    names = {code: grid.viewport.lines(word(t, down, code), wide) for code in grid.downs}
    layout = style.blank(
        int(viewport.height or grid.head + grid.row * len(grid.downs) + 4),
        annotations=[
            *(_head(short(t, across, code), grid.across(code), grid) for code in grid.acrosses),
            *(_name(names[code], grid.down(code)) for code in grid.downs),
            *(_number(t, row, point, fits) for row, point in zip(rows, points, strict=True)),
        ],
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    )
    layout["yaxis"] |= {"range": [layout["height"], 0]}
    layout["xaxis"] |= {"range": [0, len(grid.acrosses)], "domain": [grid.names, 1]}
    places = [(grid.acrosses.index(getattr(row, across)), grid.down(getattr(row, down))) for row in rows]
    if not viewport.page:
        layout["width"] = viewport.width
    return style.figure([fields(rows, places, grid.row) | marks.told(t, rows)] if rows else [], layout)


def _grid(rows: list[Any], t: Language, down: str, across: str, viewport: Viewport) -> Grid:
    """The same in every language of the viewport. Every row is there, as low as it must be."""
    downs, acrosses = (list(dict.fromkeys(getattr(row, column) for row in rows)) for column in (down, across))
    languages = viewport.each(t)
    words = [word(each, down, code) for each in languages for code in downs]
    widest = viewport.widest(words) + PAD
    names = min(max(widest / viewport.width, NAMES[0]), NAMES[1])
    head = max(viewport.widest(short(each, across, code) for each in languages for code in acrosses), 1)
    on_end = head + PAD > viewport.width * (1 - names) / max(len(acrosses), 1)
    head = PAD + (head if on_end else style.LINE)
    lines = max((len(viewport.lines(text, viewport.width * names - PAD)) for text in words), default=1)
    asked = max(style.LINE * lines + 2, ROW)
    row = (viewport.height - head - 4) / max(len(downs), 1) if viewport.height else asked
    return Grid(downs, acrosses, head, on_end, min(row, HIGHEST), names, viewport)


def _head(text: str, x: float, grid: Grid) -> dict[str, Any]:
    """The name of a column, on end where columns are narrow."""
    place = {"x": x, "yanchor": "bottom", "textangle": -90 if grid.on_end else 0}
    return style.note(text, grid.head - PAD) | CENTRED | place


def _name(lines: list[str], y: float) -> dict[str, Any]:
    return style.note("<br>".join(lines), y) | {"yanchor": "middle", "borderpad": 0}


def _number(t: Language, row: Any, point: tuple[float, float], fits: bool) -> dict[str, Any]:
    said = _said(t, row) if fits or row.status == "Q" else ""
    return style.note(said, point[1], style.ids(row)) | CENTRED | {"x": point[0], "font": {"size": LETTERS}}


def _said(t: Language, row: Any) -> str:
    return STATUSES["Q"].symbol if row.status == "Q" else number(t, row)


def fields(rows: list[Any], places: list[tuple[int, float]], height: float) -> dict[str, Any]:
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
            "pattern": {"shape": ["/" if row.status == "Q" else "" for row in rows]} | HATCHING,
        },
    }


def _blue(share: float) -> str:
    """A zero is as pale as can be, and grey."""
    return f"rgba(0,137,168,{round(PALEST + (DARKEST - PALEST) * share, 2)})" if share else "rgba(122,140,148,0.08)"
