"""Rows of a query in, one line a row out: label, number, and where asked a bar to scale and the period it covers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from dashboard.catalog import word
from dashboard.figures import style
from dashboard.figures.bars import BAR, TIME, TIME_ALONE, Traces, periods, scale
from dashboard.figures.bars import bars as drawn
from dashboard.figures.phrases import label, number, period
from dashboard.figures.records import records
from dashboard.figures.sheet import sheet
from dashboard.figures.style import SCREEN, Room
from dashboard.figures.typeset import Group
from dashboard.i18n import Language

GAP = 14
HEAD = 30
AFTER_TIME = 0.04
# Letters of a label that leave room for the number beside it on a phone.
BESIDE = 30


@dataclass(frozen=True)
class Lines:
    """What a line says and how it is drawn: `columns` name the row, `groups` open a new heading and a new scale.

    With `time` each row's period is drawn as well. Without bars and time the numbers stand in a column. A period is
    `dated` in each label, unless the title or the heading says it.
    """

    columns: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    time: bool = False
    bars: bool = True
    dated: bool = True


def statement_rows(df: pd.DataFrame, t: Language, lines: Lines, room: Room = SCREEN) -> go.Figure:
    """Bars of `value` (units as in the catalog), a scale for each group; with `time`, each row's period as a line.

    df needs claims, value, qualifier, status, period_from, period_to and the precisions.
    """
    if room.width:
        return _fitted(df, t, lines, room)
    groups, time, bars = lines.groups, lines.time, lines.bars
    beside = not bars and not time
    end = TIME if bars else TIME_ALONE
    notes: Traces = []
    traces: Traces = []
    axes: dict[str, Any] = {}
    y = 0.0
    for index, (key, members) in enumerate(groupby(records(df), lambda row: _key(row, groups))):
        rows = list(members)
        if any(key):
            y = _heading(notes, y, t, groups, rows[0])
        if beside:
            y = _list(notes, y, rows, t, lines)
            continue
        axis = f"x{index + 1}" if index else "x"
        axes[axis.replace("x", "xaxis")] = scale(rows, end + AFTER_TIME if time else 0.0)
        y, places = _labels(notes, y, rows, t, lines)
        traces.append(drawn(rows, places, axis, t, bars))
    layout = style.blank(int(y) + 8, annotations=notes, **axes)
    layout["yaxis"] |= {"range": [y, 0]}
    if time:
        traces += periods(list(records(df)), [place for trace in traces for place in trace["y"]], layout, end)
    return style.figure(traces, layout)


def _fitted(df: pd.DataFrame, t: Language, lines: Lines, room: Room) -> go.Figure:
    """The same rows in a room of fixed size."""

    def group(rows: list[Any]) -> Group:
        return Group(
            rows=rows,
            heading=lambda t: _title(t, lines.groups, rows[0]),
            label=lambda t, row: label(t, row, lines.columns, lines.dated),
            number=number,
            ids=rows[0].measure,
            marks=(lambda rows, places, axis: [drawn(rows, places, axis, t, lines.bars)]) if in_row else None,
            scale=lambda reach: scale(rows, reach=reach),
        )

    in_row = lines.bars or lines.time
    members = [list(rows) for _, rows in groupby(records(df), lambda row: _key(row, lines.groups))]
    return sheet([group(rows) for rows in members], t, room, lines.time, alone=not lines.bars)


def _key(row: Any, groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        f"{row.period_from} {row.period_to}" if group == "period" else str(getattr(row, group) or "")
        for group in groups
    )


def _heading(notes: Traces, y: float, t: Language, groups: tuple[str, ...], row: Any) -> float:
    lines = style.wrap(_title(t, groups, row), 40)
    notes.append(style.note(f"<b>{'<br>'.join(lines)}</b>", y + 4, row.measure))
    return y + HEAD + style.LINE * (len(lines) - 1)


def _title(t: Language, groups: tuple[str, ...], row: Any) -> str:
    words = (period(t, row) if group == "period" else _words(t, group, getattr(row, group)) for group in groups)
    return " · ".join(filter(None, words))


def _words(t: Language, column: str, code: str | list[str] | None) -> str:
    if not code:
        return ""
    return t.join([word(t, column, each) for each in code]) if isinstance(code, list) else word(t, column, code)


def _labels(notes: Traces, y: float, rows: list[Any], t: Language, lines: Lines) -> tuple[float, list[float]]:
    """Labels above their bars; returns where the next row starts and where the bars lie."""
    places = []
    for row in rows:
        said = style.wrap(label(t, row, lines.columns, lines.dated))
        notes.append(style.note("<br>".join(said), y, style.ids(row)))
        y += style.LINE * len(said) + BAR / 2 + 3
        places.append(y)
        y += BAR / 2 + GAP
    return y, places


def _list(notes: Traces, y: float, rows: list[Any], t: Language, lines: Lines) -> float:
    """Labels on the left, numbers in a column on the right: nothing is drawn to scale."""
    for row in rows:
        said = style.wrap(label(t, row, lines.columns, lines.dated), BESIDE)
        notes.append(style.note("<br>".join(said), y, style.ids(row)))
        notes.append(style.note(f"<b>{number(t, row)}</b>", y, style.ids(row)) | {"x": 1, "xanchor": "right"})
        y += style.LINE * len(said) + 8
    return y + 6
