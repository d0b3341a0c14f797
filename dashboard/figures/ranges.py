"""Rows with a least and a most in; as many people as each allows out, all on one scale."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import STATUSES
from dashboard.figures import marks, style
from dashboard.figures.columns import APART
from dashboard.figures.groups import Group
from dashboard.figures.phrases import measured, names, number, period
from dashboard.figures.row_layout import Place, RowLayout
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Pixels that a row of people is high, and the part of a person's room that keeps each from the next.
HIGH, BETWEEN = 14, 0.06
# As many people as can be seen one by one.
MOST = 30


def ranges(rows: list[Any], t: Language, viewport: Viewport, column: str) -> go.Figure:
    """A field for each person: solid for those who are there at least, faint for those who can be. A head where there
    is no upper end, no field where a year is only part of a longer period.

    Rows: low, high, total, value, qualifier, kind, status, the period, claims and the `column` that names them.
    """
    statements = [list(members) for _, members in groupby(rows, lambda row: row.claims)]
    placed = RowLayout(
        [_group(members) for members in statements],
        t,
        viewport,
        name=lambda t, row: names(t, column, [getattr(row, column)]),
        number=lambda t, row: _number(t, row) if _ends(row) else "",
        aside=lambda t, row: "" if _ends(row) else _number(t, row),
        across=True,
    )
    layout = placed.layout()
    top, traces = max((end for row in rows for end in _ends(row)), default=1), []
    for index in range(placed.columns):
        tail = str(index + 1) if index else ""
        scale = {"visible": False, "fixedrange": True, "range": [0, top], "anchor": "y"}
        layout[f"xaxis{tail}"] = scale | {"domain": placed.domain(index)}
        members = [each for each in placed.places if each.column == index]
        traces += [_ended(t, each, f"x{tail}") for each in members]
        layout["annotations"] += [_said(t, each, f"x{tail}", placed, top) for each in members]
        layout["shapes"] += [field for each in members if _ends(each.row) for field in _fields(each, f"x{tail}", top)]
    return style.figure(traces, layout)


def _group(rows: list[Any]) -> Group:
    return Group(rows, lambda t: _together(t, rows[0]), style.ids(rows[0]))


def _ends(row: Any) -> list[float]:
    return [end for end in (row.low, row.high) if end is not None]


def _together(t: Language, row: Any) -> str:
    total = measured(t, row.total, row.qualifier, "persons")
    return t("{number} together, {period}", number=total, period=period(t, row))


def _number(t: Language, row: Any) -> str:
    """A range that we derived bears the sign of that."""
    return f"{number(t, row)} {STATUSES['E'].symbol}" if row.status == "E" else number(t, row)


def _fields(place: Place, axis: str, top: float) -> Iterator[dict[str, Any]]:
    """From zero on, one by one where that can be seen."""
    low, high = place.row.low or 0, place.row.high or place.row.low or 0
    ends = range(int(high) + 1) if top <= MOST else sorted({0, low, high})
    look: dict[str, Any] = {"type": "rect", "xref": axis, "yref": "y", "layer": "below"}
    look |= {"y0": place.middle - HIGH / 2, "y1": place.middle + HIGH / 2}
    gap = BETWEEN if top <= MOST else 0
    for start, end in pairwise(ends):
        colour = style.BLUE if end <= low else style.PALE_BLUE
        yield look | {"x0": start + gap, "x1": end - gap, "fillcolor": colour, "line": {"width": 0}}


def _ended(t: Language, place: Place, axis: str) -> dict[str, Any]:
    """What the pointer meets at the least and the most; seen is only the head of what has no most."""
    row, ends = place.row, _ends(place.row) or [0]
    beyond = row.low is not None and row.high is None
    told = marks.told(t, [row])
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": ends,
        "y": [place.middle] * len(ends),
        "xaxis": axis,
        "line": {"width": 0},
        "marker": {
            "size": HIGH,
            "color": style.BLUE,
            "symbol": "triangle-right" if beyond else "square",
            "opacity": 1 if beyond else 0,
        },
        "cliponaxis": False,
        **{key: said * len(ends) if key != "hoverinfo" else said for key, said in told.items()},
    }


def _said(t: Language, place: Place, axis: str, placed: RowLayout, top: float) -> dict[str, Any]:
    row, ends = place.row, _ends(place.row)
    text = f"<b>{_number(t, row)}</b>" if ends else f"<i>{'<br>'.join(placed.columned.aside(t, row))}</i>"
    at = {"x": top if ends else 0, "xref": axis, "xanchor": "left", "yanchor": "middle", "borderpad": 0}
    return style.note(text, place.middle, style.ids(row)) | at | {"xshift": APART + 2 if ends else 0}
