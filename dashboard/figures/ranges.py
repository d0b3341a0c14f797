"""Rows with a least and a most in; a line from one to the other for each out, all on one scale."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import STATUSES, word
from dashboard.figures import marks, style
from dashboard.figures.phrases import measured, number, period
from dashboard.figures.row_layout import APART, Group, Place, RowLayout
from dashboard.figures.style import Viewport
from dashboard.i18n import Language


def ranges(rows: list[Any], t: Language, viewport: Viewport, column: str) -> go.Figure:
    """A dot at both ends, a head where there is no upper one; no line where a year is only part of a longer period.

    Rows: low, high, total, value, qualifier, kind, status, the period, claims and the `column` that names them.
    """
    groups = [_group(list(members)) for _, members in groupby(rows, lambda row: row.claims)]
    placed = RowLayout(
        groups,
        t,
        viewport,
        name=lambda t, row: word(t, column, getattr(row, column)),
        number=lambda t, row: _number(t, row) if _ends(row) else "",
        aside=lambda t, row: "" if _ends(row) else _number(t, row),
    )
    layout = placed.layout()
    top, traces = max((row.total for row in rows), default=1), []
    for index in range(placed.columns):
        tail = str(index + 1) if index else ""
        scale = {"visible": False, "fixedrange": True, "range": [0, top], "anchor": "y"}
        layout[f"xaxis{tail}"] = scale | {"domain": placed.domain(index)}
        members = [each for each in placed.places if each.column == index]
        traces += [_range(t, each, f"x{tail}") for each in members]
        layout["annotations"] += [_said(t, each, f"x{tail}", placed) for each in members]
    return style.figure(traces, layout)


def _group(rows: list[Any]) -> Group:
    return Group(rows, lambda t: _together(t, rows[0]), style.ids(rows[0]))


def _together(t: Language, row: Any) -> str:
    total = measured(t, row.total, row.qualifier, "persons")
    return t("{number} together, {period}", number=total, period=period(t, row))


def _number(t: Language, row: Any) -> str:
    """A range that we derived bears the sign of that."""
    return f"{number(t, row)} {STATUSES['E'].symbol}" if row.status == "E" else number(t, row)


def _ends(row: Any) -> list[float]:
    return [end for end in (row.low, row.high) if end is not None]


def _range(t: Language, place: Place, axis: str) -> dict[str, Any]:
    row, ends = place.row, _ends(place.row) or [0]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": ends,
        "y": [place.middle] * len(ends),
        "xaxis": axis,
        "line": {"width": 6, "color": style.BLUE},
        "marker": {
            "size": 12,
            "color": style.BLUE,
            "symbol": "triangle-right" if row.low is not None and row.high is None else "circle",
            "opacity": 0 if row.low is None else 1,
        },
        "cliponaxis": False,
        **{key: said * len(ends) if key != "hoverinfo" else said for key, said in marks.told(t, [row]).items()},
    }


def _said(t: Language, place: Place, axis: str, placed: RowLayout) -> dict[str, Any]:
    row, ends = place.row, _ends(place.row)
    text = f"<b>{_number(t, row)}</b>" if ends else f"<i>{'<br>'.join(placed.columned.aside(t, row))}</i>"
    at = {"x": ends[-1] if ends else 0, "xref": axis, "xanchor": "left", "yanchor": "middle", "borderpad": 0}
    return style.note(text, place.middle, style.ids(row)) | at | {"xshift": APART + 2 if ends else 0}
