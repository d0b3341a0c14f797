"""Rows with a least and a most in, a line from one to the other for each out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import STATUSES, word
from dashboard.figures import style
from dashboard.figures.phrases import measured, number, period
from dashboard.figures.records import records
from dashboard.figures.sheet import sheet
from dashboard.figures.style import SCREEN, Room
from dashboard.figures.typeset import Group
from dashboard.i18n import Language

ROW = 28


def ranges(df: pd.DataFrame, t: Language, column: str, room: Room = SCREEN) -> go.Figure:
    """A line from the least to the most, a dot at both ends; no line where the year is only part of a longer period."""
    if room.width:
        return _fitted(df, t, column, room)
    notes: list[dict[str, Any]] = []
    traces: list[dict[str, Any]] = []
    y = 0.0
    for _, members in groupby(records(df), lambda row: row.claims):
        rows = list(members)
        notes.append(style.note(f"<b>{_together(t, rows[0])}</b>", y, style.ids(rows[0])))
        y += ROW
        for row in rows:
            lines = style.wrap(word(t, column, getattr(row, column)), 24)
            notes.append(style.note("<br>".join(lines), y))
            traces.append(_range(row, y + 10, t))
            y += style.LINE * len(lines) + 12
        y += 10
    layout = style.blank(int(y) + 8, annotations=notes)
    layout["yaxis"] |= {"range": [y, 0]}
    top = max((row.total for row in records(df)), default=1)
    layout["xaxis"] |= {"range": [0, top * 1.4], "domain": [0.52, 1]}
    return style.figure(traces, layout)


def _together(t: Language, row: Any) -> str:
    total = measured(t, row.total, row.qualifier, "persons")
    return t("{number} together, {period}", number=total, period=period(t, row))


def _fitted(df: pd.DataFrame, t: Language, column: str, room: Room) -> go.Figure:
    """The same rows in a room of fixed size."""
    top = max((row.total for row in records(df)), default=1)
    groups = [list(rows) for _, rows in groupby(records(df), lambda row: row.claims)]
    return sheet([_group(rows, t, column, top) for rows in groups], t, room)


def _group(rows: list[Any], t: Language, column: str, top: float) -> Group:
    return Group(
        rows=rows,
        heading=lambda t: _together(t, rows[0]),
        label=lambda t, row: word(t, column, getattr(row, column)),
        number=_number,
        ids=style.ids(rows[0]),
        marks=lambda rows, places, axis: [
            _range(row, y, t) | {"xaxis": axis} for row, y in zip(rows, places, strict=True)
        ],
        scale=lambda reach: {"visible": False, "fixedrange": True, "range": [0, top / reach]},
    )


def _number(t: Language, row: Any) -> str:
    """A range that we derived bears the sign of that."""
    return f"{number(t, row)} {STATUSES['E'].symbol}" if row.status == "E" else number(t, row)


def _range(row: Any, y: float, t: Language) -> dict[str, Any]:
    ends = [end for end in (row.low, row.high) if end is not None] or [0]
    open_ended = row.low is not None and row.high is None
    symbols = ["triangle-right" if open_ended else "circle"] * len(ends)
    said = _number(t, row) if row.status != "K" else f"<i>{_number(t, row)}</i>"
    return {
        "type": "scatter",
        "mode": "lines+markers+text",
        "x": ends,
        "y": [y] * len(ends),
        "line": {"width": 6, "color": style.BLUE},
        "marker": {"size": 12, "color": style.BLUE, "symbol": symbols, "opacity": 0 if row.low is None else 1},
        "text": [*[""] * (len(ends) - 1), f"  {said}"],
        "textposition": "middle right",
        "cliponaxis": False,
        "customdata": [style.ids(row)] * len(ends),
    }
