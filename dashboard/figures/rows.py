"""Rows of a query in, one line a row out: label, number, and where asked a bar to scale and the period it covers."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import MEASURES, word
from dashboard.figures import style
from dashboard.figures.phrases import label, number
from dashboard.i18n import Language

BAR = 14
GAP = 14
HEAD = 30
# Bars end at this share of their room; the number needs the rest.
REACH = 0.52
TIME = (0.0, 0.24)
AFTER_TIME = 0.28
STRIP = 22
# Letters of a label that leave room for the number beside it on a phone.
BESIDE = 30

Traces = list[dict[str, Any]]


def statement_rows(
    df: pd.DataFrame,
    t: Language,
    columns: tuple[str, ...] = (),
    groups: tuple[str, ...] = (),
    time: bool = False,
    bars: bool = True,
) -> go.Figure:
    """Bars of `value` (units as in the catalog), a scale for each group; with `time`, each row's period as a line.

    df needs claims, value, qualifier, status, period_from, period_to and the precisions; `columns` name the row,
    `groups` open a new heading and a new scale. Without bars and time the numbers stand in a column.
    """
    beside = not bars and not time
    notes: Traces = []
    traces: Traces = []
    axes: dict[str, Any] = {}
    y = 0.0
    for index, (key, members) in enumerate(groupby(df.itertuples(), lambda row: _key(row, groups))):
        rows = list(members)
        if any(key):
            y = _heading(notes, y, t, groups, rows[0])
        if beside:
            y = _list(notes, y, rows, t, columns)
            continue
        axis = f"x{index + 1}" if index else "x"
        axes[axis.replace("x", "xaxis")] = _scale(rows, AFTER_TIME if time else 0.0)
        y, places = _labels(notes, y, rows, t, columns)
        traces.append(_bars(rows, places, axis, t, bars))
    layout = style.blank(int(y) + 8, annotations=notes, **axes)
    layout["yaxis"] |= {"range": [y, 0]}
    if time:
        traces += _periods(list(df.itertuples()), [place for trace in traces for place in trace["y"]], layout)
    return style.figure(traces, layout)


def _key(row: Any, groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(getattr(row, group) or "") for group in groups)


def _heading(notes: Traces, y: float, t: Language, groups: tuple[str, ...], row: Any) -> float:
    said = (_words(t, group, getattr(row, group)) for group in groups if getattr(row, group))
    lines = style.wrap(" · ".join(said), 40)
    notes.append(style.note(f"<b>{'<br>'.join(lines)}</b>", y + 4))
    return y + HEAD + style.LINE * (len(lines) - 1)


def _words(t: Language, column: str, code: str | list[str]) -> str:
    return t.list([word(t, column, each) for each in code]) if isinstance(code, list) else word(t, column, code)


def _labels(notes: Traces, y: float, rows: list[Any], t: Language, columns: tuple[str, ...]) -> tuple[float, list[float]]:
    """Labels above their bars; returns where the next row starts and where the bars lie."""
    places = []
    for row in rows:
        lines = style.wrap(label(t, row, columns))
        notes.append(style.note("<br>".join(lines), y, style.ids(row)))
        y += style.LINE * len(lines) + BAR / 2 + 3
        places.append(y)
        y += BAR / 2 + GAP
    return y, places


def _list(notes: Traces, y: float, rows: list[Any], t: Language, columns: tuple[str, ...]) -> float:
    """Labels on the left, numbers in a column on the right: nothing is drawn to scale."""
    for row in rows:
        lines = style.wrap(label(t, row, columns), BESIDE)
        notes.append(style.note("<br>".join(lines), y, style.ids(row)))
        notes.append(style.note(f"<b>{number(t, row)}</b>", y, style.ids(row)) | {"x": 1, "xanchor": "right"})
        y += style.LINE * len(lines) + 8
    return y + 6


def _scale(rows: list[Any], left: float) -> dict[str, Any]:
    """From zero to the largest number of the group; shares always to the whole."""
    shares = all(MEASURES[row.measure].unit == "percent" for row in rows)
    top = 100 if shares else max((row.value for row in rows if row.value is not None), default=1) or 1
    return {"visible": False, "fixedrange": True, "range": [0, top / REACH], "domain": [left, 1]}


def _bars(rows: list[Any], places: list[float], axis: str, t: Language, bars: bool) -> dict[str, Any]:
    # A change has no length of its own; a fall would look like a rise.
    lengths = [max(row.value, 0) if bars and row.value is not None else 0 for row in rows]
    return {
        "type": "bar",
        "orientation": "h",
        "x": lengths,
        "y": places,
        "width": BAR,
        "xaxis": axis,
        "marker": {
            "color": [_fill(row) for row in rows],
            "line": {"color": [_line(row) for row in rows], "width": [1.5 if length else 0 for length in lengths]},
            "pattern": {"shape": ["/" if row.status == "E" else "" for row in rows], "fgcolor": style.BLUE, "size": 6},
        },
        "text": [f"<b>{number(t, row)}</b>" if row.value is not None else f"<i>{number(t, row)}</i>" for row in rows],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [style.ids(row) for row in rows],
    }


def _line(row: Any) -> str:
    return style.GOLD if getattr(row, "dispute", None) else style.BLUE


def _fill(row: Any) -> str:
    """Exact numbers are full; numbers with a qualifier are pale; derived ones are hatched."""
    if row.status == "E":
        return style.CLEAR
    if getattr(row, "dispute", None):
        return style.GOLD if row.qualifier == "exact" else style.PALE_GOLD
    return style.BLUE if row.qualifier == "exact" else style.PALE_BLUE


def _periods(rows: list[Any], places: list[float], layout: dict[str, Any]) -> Traces:
    """Each row's period as a line on one time axis; an open end runs to the edge, a day is a dot."""
    days = [day for row in rows for day in (row.period_from, row.period_to) if day is not None]
    if not days:
        return []
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
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
        style.note(str(first.year), -STRIP),
        style.note(str(last.year), -STRIP) | {"x": TIME[1], "xanchor": "right"},
    ]
    dated = [(row, place) for row, place in zip(rows, places, strict=True) if row.period_from or row.period_to]
    return [_period(row, place, first, last) for row, place in dated]


def _period(row: Any, place: float, first: date, last: date) -> dict[str, Any]:
    gap = row.status == "O"
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [(row.period_from or first).isoformat(), (row.period_to or last).isoformat()],
        "y": [place, place],
        "xaxis": "x50",
        "line": {"width": 1 if gap else 5, "color": style.GREY if gap else _line(row), "dash": "dot" if gap else "solid"},
        # An open end has no dot.
        "marker": {
            "size": [5 if day and not gap else 0 for day in (row.period_from, row.period_to)],
            "color": _line(row),
        },
        "customdata": [style.ids(row)] * 2,
    }
