"""Rows and their places in, the traces of their bars and of the periods that they cover out."""

from __future__ import annotations

from datetime import date
from typing import Any

from dashboard.catalog import MEASURES
from dashboard.figures import style
from dashboard.figures.phrases import number
from dashboard.i18n import Language

BAR = 14
# Bars end at this share of their room; the number needs the rest.
REACH = 0.52
# Where the strip of time ends beside bars, and where there are none.
TIME, TIME_ALONE = 0.24, 0.84
STRIP = 22

Traces = list[dict[str, Any]]


def scale(rows: list[Any], left: float = 0, reach: float = REACH) -> dict[str, Any]:
    """From zero to the largest number of the group; shares always to the whole."""
    shares = all(MEASURES[row.measure].unit == "percent" for row in rows)
    top = 100 if shares else max((row.value for row in rows if row.value is not None), default=1) or 1
    return {"visible": False, "fixedrange": True, "range": [0, top / reach], "domain": [left, 1]}


def bars(rows: list[Any], places: list[float], axis: str, t: Language, drawn: bool) -> dict[str, Any]:
    # A change has no length of its own; a fall would look like a rise.
    lengths = [max(row.value, 0) if drawn and row.value is not None else 0 for row in rows]
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
            "pattern": {"shape": ["/" if row.status == "E" else "" for row in rows], "fillmode": "replace", "size": 7},
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
        return style.BLUE
    if getattr(row, "dispute", None):
        return style.GOLD if row.qualifier == "exact" else style.PALE_GOLD
    return style.BLUE if row.qualifier == "exact" else style.PALE_BLUE


def periods(rows: list[Any], places: list[float], layout: dict[str, Any], end: float) -> Traces:
    """Each row's period as a line on one time axis, which ends there; an open end runs to the edge, a day is a dot."""
    if not any(row.period_from or row.period_to for row in rows):
        return []
    axis, first, last = time_axis(rows)
    layout["xaxis50"] = axis | {"domain": [0, end]}
    layout["yaxis"]["range"][1] = -STRIP
    layout["height"] += STRIP
    layout["annotations"] += [
        style.note(str(first.year), -STRIP),
        style.note(str(last.year), -STRIP) | {"x": end, "xanchor": "right"},
    ]
    return timed(rows, places, first, last)


def time_axis(rows: list[Any]) -> tuple[dict[str, Any], date, date]:
    """An axis over all years that rows, of which one at least is dated, touch; its first day and its last."""
    days = [day for row in rows for day in (row.period_from, row.period_to) if day is not None]
    first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
    axis = {"type": "date", "visible": False, "fixedrange": True, "range": [first.isoformat(), last.isoformat()]}
    return axis, first, last


def timed(rows: list[Any], places: list[float], first: date, last: date, axis: int = 50) -> Traces:
    """The periods of those rows that are dated."""
    dated = [(row, place) for row, place in zip(rows, places, strict=True) if row.period_from or row.period_to]
    return [_period(row, place, first, last) | {"xaxis": f"x{axis}"} for row, place in dated]


def _period(row: Any, place: float, first: date, last: date) -> dict[str, Any]:
    gap = row.status == "O"
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [(row.period_from or first).isoformat(), (row.period_to or last).isoformat()],
        "y": [place, place],
        "line": {
            "width": 1 if gap else 5,
            "color": style.GREY if gap else _line(row),
            "dash": "dot" if gap else "solid",
        },
        # An open end has no dot.
        "marker": {
            "size": [5 if day and not gap else 0 for day in (row.period_from, row.period_to)],
            "color": _line(row),
        },
        "customdata": [style.ids(row)] * 2,
    }
