"""Rows with two dimensions in, a field for each pair out: the darker, the larger its number."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
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
ROW, LOWEST, LETTERS, PAD = 26, 17, 11, 6
# What a phone leaves for a figure, where nobody knows how wide it will be; the share that names of rows take.
PHONE, NAMES = 330, (0.3, 0.42)
# A field: its share of the room between two, its palest and its darkest blue, both below dark and below light words.
FIELD, PALEST, DARKEST = 0.94, 0.08, 0.62
SHORT = re.compile(r"\(([^()]+)\)$|«([^»]+)»")
CENTRED = {"xanchor": "center", "yanchor": "middle", "align": "center", "borderpad": 0}


def matrix(df: pd.DataFrame, t: Language, down: str, across: str, room: Room) -> go.Figure:
    """Rows of `down`, columns of `across`, both in the order in which the rows of df first name them.

    Numbers stand in the fields where all of them fit; where not, a table has them.
    """
    room = replace(room, width=room.width or PHONE, measure=room.measure or text_width)
    rows = records(df)
    downs, acrosses = (list(dict.fromkeys(getattr(row, column) for row in rows)) for column in (down, across))
    columns = {code: place for place, code in enumerate(acrosses)}
    languages = [Language(code) for code in room.languages] or [t]
    head = PAD + max(_width(room, [short(each, across, code) for each in languages for code in acrosses]), 1)
    widest = _width(room, [word(each, down, code) for each in languages for code in downs])
    names = min(max((widest + PAD) / room.width, NAMES[0]), NAMES[1])
    height = min(ROW, max((room.height - head) / max(len(downs), 1), LOWEST)) if room.height else ROW
    lines = {code: place for place, code in enumerate(downs[: int((room.height - head) / height)])}
    lines = lines if room.height else {code: place for place, code in enumerate(downs)}
    drawn = [row for row in rows if getattr(row, down) in lines]
    field = room.width * (1 - names) / max(len(acrosses), 1)
    fits = _width(room, [_said(t, row) for row in drawn], LETTERS) <= field - 2
    places = [(columns[getattr(row, across)], head + height * (lines[getattr(row, down)] + 0.5)) for row in drawn]
    layout = style.blank(
        int(head + height * len(lines)) + 4,
        annotations=[
            *(
                _head(short(t, across, code), _along(place, acrosses, names), head - PAD)
                for code, place in columns.items()
            ),
            *(
                _name(room.lines(word(t, down, code), room.width * names - PAD), head + height * (place + 0.5))
                for code, place in lines.items()
            ),
            *(_number(t, row, _along(x, acrosses, names), y, fits) for row, (x, y) in zip(drawn, places, strict=True)),
        ],
        meta={"shown": len(lines), "rows": len(downs), "tight": False},
        margin={"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    )
    layout["yaxis"] |= {"range": [layout["height"], 0]}
    layout["xaxis"] |= {"range": [0, len(acrosses)], "domain": [names, 1]}
    return style.figure([_fields(drawn, places, height)], layout)


def _width(room: Room, texts: list[str], size: float = style.SIZE) -> float:
    measure: Callable[[str, float, bool], float] = room.measure or text_width
    return max((measure(text, size, False) for text in texts), default=0.0)


def short(t: Language, column: str, code: str) -> str:
    """What stands in brackets or in quotation marks: UNDP for “United Nations Development Programme (UNDP)”."""
    said = word(t, column, code)
    found = SHORT.search(said)
    return (found[1] or found[2]) if found else said


def _along(place: int, columns: list[str], names: float) -> float:
    """The middle of a column as a share of the width, of which the names of rows take theirs."""
    return names + (1 - names) * (place + FIELD / 2) / len(columns)


def _head(text: str, x: float, y: float) -> dict[str, Any]:
    """The name of a column, on end."""
    return style.note(text, y) | CENTRED | {"x": x, "yanchor": "bottom", "textangle": -90}


def _name(lines: list[str], y: float) -> dict[str, Any]:
    return style.note("<br>".join(lines), y) | {"yanchor": "middle", "borderpad": 0}


def _number(t: Language, row: Any, x: float, y: float, fits: bool) -> dict[str, Any]:
    said = _said(t, row) if fits or row.status == "Q" else ""
    return style.note(said, y, style.ids(row)) | CENTRED | {"x": x, "font": {"size": LETTERS}}


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
