"""Rows with periods in; bars as wide as their period and as high as their number out."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import style
from dashboard.figures.panels import heading, height_of_titles, panels, widest_year
from dashboard.figures.phrases import number
from dashboard.figures.style import Room
from dashboard.i18n import Language

# Bars lower than this, with the years below them, tell nothing.
LEAST = 130


def timeline(rows: list[Any], t: Language, room: Room) -> go.Figure:
    """A panel for each measure, on one scale of height; numbers of one period side by side over their bars."""
    side_by_side = panels(rows, room)
    layout = style.blank(int(room.height) or 350, margin={"l": 8, "r": 8, "t": 100, "b": 28, "pad": 0})
    if room.width:
        layout |= {"width": room.width, "height": room.height or 350}
        layout["margin"]["t"] = above = height_of_titles(side_by_side, room)
        tight = layout["height"] - above < LEAST or any(panel.breaks_words() for panel in side_by_side)
        layout["meta"] = {"shown": len(rows), "rows": len(rows), "tight": tight}
    year = widest_year(side_by_side)
    # Two measures, two axes; one scale, or two people would stand as high as nine.
    top = max((row.value for row in rows), default=1)
    traces: list[dict[str, Any]] = []
    for index, panel in enumerate(side_by_side, start=1):
        tail = "" if index == 1 else str(index)
        for _, members in groupby(panel.rows, lambda row: (row.period_from, row.period_to)):
            traces += _period_bars(list(members), tail, t)
        layout[f"xaxis{tail}"] = panel.axis(year) | {"anchor": f"y{tail}"}
        layout[f"yaxis{tail}"] = {"visible": False, "fixedrange": True, "range": [0, top * 1.35], "anchor": f"x{tail}"}
        layout.setdefault("annotations", []).append(heading(panel.title(t), f"x{tail}"))
    return style.figure(traces, layout)


def _period_bars(rows: list[Any], tail: str, t: Language) -> list[dict[str, Any]]:
    """The bars of one period; where there are several their numbers stand side by side, or one would cover another.

    The highest is above its bar and the others are inside theirs, so that no edge of a bar runs through a number.
    """
    bars = [_period_bar(row, tail, t) for row in rows]
    if len(rows) == 1:
        return bars
    numbers, highest = [], max(row.value for row in rows)
    for index, (row, bar) in enumerate(zip(rows, bars, strict=True), start=1):
        bar["textposition"] = "none"
        x = row.period_from + (row.period_to - row.period_from) * index / (len(rows) + 1)
        shared = {name: bar[name] for name in ("y", "xaxis", "yaxis", "text", "customdata", "cliponaxis")}
        side = "top center" if row.value == highest else "bottom center"
        where = {"x": [x.isoformat()], "textposition": side}
        # A mark that is not seen keeps the number off the line.
        numbers.append(
            shared | where | {"type": "scatter", "mode": "markers+text", "marker": {"size": 6, "opacity": 0}}
        )
    return bars + numbers


def _period_bar(row: Any, tail: str, t: Language) -> dict[str, Any]:
    """The first statement in the written order is the full bar; a disagreeing one is an outline at its own height."""
    days = (row.period_to - row.period_from).days + 1
    middle = row.period_from + (row.period_to - row.period_from) / 2
    return {
        "type": "bar",
        "x": [middle.isoformat()],
        "y": [row.value],
        "width": [days * 86_400_000 * 0.985],
        "xaxis": f"x{tail}",
        "yaxis": f"y{tail}",
        "marker": {
            "color": style.FAINT if row.dispute else style.BLUE,
            "line": {"color": style.GOLD if row.dispute else style.BLUE, "width": 2},
        },
        "text": [f"<b>{number(t, row)}</b>"],
        "textposition": "outside",
        "cliponaxis": False,
        "customdata": [style.ids(row)],
    }
