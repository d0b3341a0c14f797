"""Rows with a least and a most in; a line from one to the other for each out, all on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dashboard.catalog import STATUSES
from dashboard.figures import marks, style
from dashboard.figures.phrases import measured, names, number, period
from dashboard.figures.row_layout import APART, Group, Place, RowLayout
from dashboard.figures.style import Viewport
from dashboard.i18n import Language

# Pixels that the lines of a row are high together, that the ground under them is higher, and that lines overlap.
HIGH, AROUND, SEAM = 12, 6, 0.8


@dataclass(frozen=True)
class Row:
    """The lines that stand in one row, which all have the same ends."""

    lines: list[Any]

    @property
    def first(self) -> Any:
        return self.lines[0]

    @property
    def ends(self) -> list[float]:
        return [end for end in (self.first.low, self.first.high) if end is not None]

    @property
    def claims(self) -> list[str]:
        return list(self.first.claims)

    @property
    def formula(self) -> str | None:
        return getattr(self.first, "formula", None)

    @property
    def thick(self) -> float:
        """Pixels of each line: those of one row touch."""
        return HIGH / len(self.lines)


def ranges(rows: list[Any], t: Language, viewport: Viewport, column: str) -> go.Figure:
    """Over a ground from zero to the total; a head where there is no upper end, no line where a year is only part of a
    longer period.

    Of several statements each is a row, if all that it names may have the same; else each that it names is one.
    Rows: low, high, total, value, qualifier, kind, status, the period, claims and the `column` that names them.
    """
    statements = [list(members) for _, members in groupby(rows, lambda row: row.claims)]
    placed = RowLayout(
        [_group(members, len(statements) > 1) for members in statements],
        t,
        viewport,
        name=lambda t, row: names(t, column, [getattr(line, column) for line in row.lines]),
        number=lambda t, row: _number(t, row) if row.ends else "",
        aside=lambda t, row: "" if row.ends else _number(t, row),
    )
    layout = placed.layout()
    top, traces = max((row.total for row in rows), default=1), []
    for index in range(placed.columns):
        tail = str(index + 1) if index else ""
        scale = {"visible": False, "fixedrange": True, "range": [0, top], "anchor": "y"}
        layout[f"xaxis{tail}"] = scale | {"domain": placed.domain(index)}
        members = [each for each in placed.places if each.column == index]
        traces += [_line(t, each, n, f"x{tail}") for each in members for n in range(len(each.row.lines))]
        layout["annotations"] += [_said(t, each, f"x{tail}", placed) for each in members]
        layout["shapes"] += [_ground(each, f"x{tail}") for each in members if each.row.ends]
    return style.figure(traces, layout)


def _group(rows: list[Any], several: bool) -> Group:
    alike = several and len({(row.low, row.high, row.status) for row in rows}) == 1
    lines = [Row(rows)] if alike else [Row([row]) for row in rows]
    return Group(lines, lambda t: _together(t, rows[0]), style.ids(rows[0]))


def _together(t: Language, row: Any) -> str:
    total = measured(t, row.total, row.qualifier, "persons")
    return t("{number} together, {period}", number=total, period=period(t, row))


def _number(t: Language, row: Row) -> str:
    """A range that we derived bears the sign of that."""
    said = t("{number} in each", number=number(t, row.first)) if len(row.lines) > 1 else number(t, row.first)
    return f"{said} {STATUSES['E'].symbol}" if row.first.status == "E" else said


def _ground(place: Place, axis: str) -> dict[str, Any]:
    """All whom the statement counts."""
    half = (HIGH + AROUND) / 2
    high = {"y0": place.middle - half, "y1": place.middle + half, "yref": "y", "layer": "below"}
    look = {"fillcolor": style.VEIL, "line": {"width": 1, "color": style.PALE_BLUE}}
    return {"type": "rect", "x0": 0, "x1": place.row.first.total, "xref": axis} | high | look


def _line(t: Language, place: Place, n: int, axis: str) -> dict[str, Any]:
    row, ends = place.row, place.row.ends or [0]
    least, most = row.first.low, row.first.high
    told = marks.told(t, [row.lines[n]])
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": ends,
        "y": [place.middle + (n - (len(row.lines) - 1) / 2) * row.thick] * len(ends),
        "xaxis": axis,
        # Lines that touch leave a seam in some browsers.
        "line": {"width": row.thick + (SEAM if len(row.lines) > 1 else 0), "color": style.BLUE},
        "marker": {
            "size": HIGH if most is None else row.thick,
            "color": style.BLUE,
            "symbol": "triangle-right" if least is not None and most is None else "square",
            "opacity": 0 if least is None else 1,
        },
        "cliponaxis": False,
        **{key: said * len(ends) if key != "hoverinfo" else said for key, said in told.items()},
    }


def _said(t: Language, place: Place, axis: str, placed: RowLayout) -> dict[str, Any]:
    row, ends = place.row, place.row.ends
    text = f"<b>{_number(t, row)}</b>" if ends else f"<i>{'<br>'.join(placed.columned.aside(t, row))}</i>"
    at = {"x": row.first.total if ends else 0, "xref": axis, "xanchor": "left", "yanchor": "middle", "borderpad": 0}
    return style.note(text, place.middle, style.ids(row)) | at | {"xshift": APART + 2 if ends else 0}
