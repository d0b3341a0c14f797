"""Rows of a query in, one horizontal bar a row out: label above, number at its end, the period as a line beside it."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import word
from dashboard.figures import style
from dashboard.figures.phrases import label, number
from dashboard.i18n import Language

BAR = 14
GAP = 14
HEAD = 30
# Bars end at this share of their room; the number needs the rest.
REACH = 0.52
TIME = (0.0, 0.24)
STRIP = 22


def statement_rows(
    df: pd.DataFrame,
    t: Language,
    columns: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    time: bool = False,
    bars: bool = True,
) -> go.Figure:
    """Bars of `value` (column units as in the catalog), one scale for each group; with `time`, each row's period.

    df needs claims, value, qualifier, status, period_from, period_to and the precisions; `columns` name the row,
    `groups` open a new heading and a new scale.
    """
    traces: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    y = 0.0
    left = 0.28 if time else 0.0
    for index, (key, members) in enumerate(groupby(df.itertuples(), lambda row: _key(row, groups)), start=1):
        rows = list(members)
        if any(key):
            y = _heading(notes, y, t, groups, rows[0])
        places = []
        for row in rows:
            lines = style.wrap(label(t, row, columns))
            notes.append(_note("<br>".join(lines), y, style.ids(row)))
            y += style.LINE * len(lines) + BAR / 2 + 3
            places.append(y)
            y += BAR / 2 + GAP
        axis = f"x{index}" if index > 1 else "x"
        axes[axis.replace("x", "xaxis")] = _scale(rows, left)
        traces += _bars(rows, places, axis, t, bars)
    layout = style.blank(int(y) + 8, annotations=notes, **axes)
    layout["yaxis"] |= {"range": [y, 0]}
    if time and len(df):
        traces += _periods(df, traces, layout)
    return style.figure(traces, layout)


def _key(row: Any, groups: tuple[str, ...]) -> tuple[str | None, ...]:
    return tuple(getattr(row, group) for group in groups)


def _heading(notes: list[dict[str, Any]], y: float, t: Language, groups: tuple[str, ...], row: Any) -> float:
    text = " · ".join(word(t, group, getattr(row, group)) for group in groups if getattr(row, group))
    lines = style.wrap(text, 40)
    notes.append(_note(f"<b>{'<br>'.join(lines)}</b>", y + 4))
    return y + HEAD + style.LINE * (len(lines) - 1)


def _note(text: str, y: float, name: str = "") -> dict[str, Any]:
    return {
        "text": text,
        "x": 0,
        "y": y,
        "xref": "paper",
        "yref": "y",
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "name": name,
    }


def _scale(rows: list[Any], left: float) -> dict[str, Any]:
    top = max((abs(row.value) for row in rows if row.value is not None), default=1) or 1
    return {"visible": False, "fixedrange": True, "range": [0, top / REACH], "domain": [left, 1]}


def _bars(rows: list[Any], places: list[float], axis: str, t: Language, bars: bool) -> list[dict[str, Any]]:
    # A change has no length of its own; a fall would look like a rise.
    lengths = [max(row.value, 0) if bars and row.value is not None else 0 for row in rows]
    return [
        {
            "type": "bar",
            "orientation": "h",
            "x": lengths,
            "y": places,
            "width": BAR,
            "xaxis": axis,
            "marker": {
                "color": [_fill(row) for row in rows],
                "line": {"color": [_line(row) for row in rows], "width": 1.5},
                "pattern": {"shape": ["/" if row.status == "E" else "" for row in rows], "fgcolor": style.BLUE},
            },
            "text": [f"<b>{number(t, row)}</b>" if row.value is not None else f"<i>{number(t, row)}</i>" for row in rows],
            "textposition": "outside",
            "cliponaxis": False,
            "customdata": [style.ids(row) for row in rows],
        }
    ]


def _line(row: Any) -> str:
    return style.GOLD if getattr(row, "dispute", None) else style.BLUE


def _fill(row: Any) -> str:
    """Exact numbers are full; numbers with a qualifier are half full; derived ones are hatched."""
    if row.status == "E":
        return style.CLEAR
    solid = row.qualifier == "exact"
    if getattr(row, "dispute", None):
        return style.GOLD if solid else "rgba(185,135,0,0.45)"
    return style.BLUE if solid else "rgba(0,137,168,0.45)"


def _periods(df: pd.DataFrame, traces: list[dict[str, Any]], layout: dict[str, Any]) -> list[dict[str, Any]]:
    """Each row's period as a line on one time axis; an open end runs to the edge, a day is a dot."""
    rows = list(df.itertuples())
    places = [place for trace in traces for place in trace["y"]]
    days = [day for row in rows for day in (row.period_from, row.period_to) if day is not None]
    if not days:
        return []
    first, last = date(days[0].year, 1, 1), days[0]
    for day in days:
        first, last = min(first, date(day.year, 1, 1)), max(last, date(day.year, 12, 31))
    layout["xaxis50"] = {
        "type": "date",
        "visible": False,
        "fixedrange": True,
        "range": [first.isoformat(), last.isoformat()],
        "domain": list(TIME),
    }
    layout["yaxis"]["range"][1] = -STRIP
    layout["height"] += STRIP
    layout["annotations"] += [
        _note(str(first.year), -STRIP),
        _note(str(last.year), -STRIP) | {"x": TIME[1], "xanchor": "right"},
    ]
    return [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "x": [row.period_from or first, row.period_to or last],
            "y": [place, place],
            "xaxis": "x50",
            "line": {"width": 5 if row.status != "O" else 1, "color": _line(row), "dash": "dot" if row.status == "O" else None},
            "marker": {"size": [0 if row.period_from is None else 6, 0 if row.period_to is None else 6], "color": _line(row)},
            "customdata": [style.ids(row)] * 2,
        }
        for row, place in zip(rows, places, strict=True)
        if row.period_from or row.period_to
    ]

