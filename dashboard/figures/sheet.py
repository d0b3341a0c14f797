"""Groups of rows and a room of fixed size in, a figure that fits it out: labels beside their marks, in columns."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go

from dashboard.figures import style
from dashboard.figures.bars import Traces, time_axis, timed
from dashboard.figures.style import LINE, Room
from dashboard.figures.typeset import BEFORE, GUTTER, Group, Place, Sheet
from dashboard.i18n import Language


def sheet(groups: list[Group], t: Language, room: Room, time: bool = False, alone: bool = False) -> go.Figure:
    """Labels, marks, and with `time` each row's period on one time axis. `meta` says how many rows of how many fit.

    Where time is `alone`, without bars, its strip takes all but the room for the numbers.
    """
    measures = Sheet(groups, t, room, time, alone)
    places = measures.fitted()
    height = room.height or max(
        (place.label + measures.height_of(place.group, place.row)[0] for place in places), default=0
    )
    total = sum(len(group.rows) for group in groups)
    layout = style.blank(
        int(height),
        width=room.width,
        annotations=[],
        meta={"shown": len(places), "rows": total, "tight": measures.tight},
    )
    layout |= {"height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}}
    layout["yaxis"] |= {"range": [height, 0], "domain": [0, 1]}
    traces: Traces = []
    for place in places:
        layout["annotations"] += _words(measures, place)
    if measures.drawn:
        traces += _marks(measures, places, layout)
    if time:
        traces += _periods(measures, places, layout)
    return style.figure(traces, layout)


def _words(sheet: Sheet, place: Place) -> Traces:
    """The heading where there is one, the label, and the number if it stands in a column."""
    left, group, row = place.column * (sheet.width + GUTTER), place.group, place.row
    words = []
    if place.head is not None:
        lines = sheet.room.lines(group.heading(sheet.t), sheet.width, bold=True)
        words.append(style.note(f"<b>{'<br>'.join(lines)}</b>", place.head + BEFORE, group.ids) | _at(sheet, left))
    lines = sheet.room.lines(group.label(sheet.t, row), sheet.edges[0])
    words.append(style.note("<br>".join(lines), place.label, style.ids(row)) | _at(sheet, left))
    if group.marks is None:
        below = 0 if sheet.beside else LINE * len(lines)
        number = style.note(f"<b>{group.number(sheet.t, row)}</b>", place.label + below, style.ids(row))
        words.append(number | _at(sheet, left + sheet.width) | {"xanchor": "right"})
    return words


def _at(sheet: Sheet, x: float) -> dict[str, Any]:
    return {"x": x / sheet.room.width, "borderpad": 0}


def _marks(sheet: Sheet, places: list[Place], layout: dict[str, Any]) -> Traces:
    """An axis for each group in each column that holds some of it."""
    traces: Traces = []
    parts: dict[tuple[int, int], list[Place]] = {}
    for place in places:
        parts.setdefault((sheet.groups.index(place.group), place.column), []).append(place)
    for index, (_, members) in enumerate(parts.items(), start=1):
        group, axis = members[0].group, f"x{index}" if index > 1 else "x"
        if group.marks is None or group.scale is None:
            continue
        layout[axis.replace("x", "xaxis")] = group.scale(sheet.reach) | _domain(sheet, members[0], sheet.edges[-1])
        traces += group.marks([each.row for each in members], [each.mark for each in members], axis)
    return traces


def _domain(sheet: Sheet, place: Place, start: float, end: float | None = None) -> dict[str, Any]:
    left = place.column * (sheet.width + GUTTER)
    return {"domain": [(left + edge) / sheet.room.width for edge in (start, end or sheet.width)]}


def _periods(sheet: Sheet, places: list[Place], layout: dict[str, Any]) -> Traces:
    """The strip of time of each column, with its first and last year on top."""
    traces: Traces = []
    start, end = sheet.edges[1:3]
    for column in dict.fromkeys(place.column for place in places):
        members = [place for place in places if place.column == column]
        axis, first, last = time_axis([row for group in sheet.groups for row in group.rows])
        layout[f"xaxis{50 + column}"] = axis | _domain(sheet, members[0], start, end)
        left = column * (sheet.width + GUTTER)
        years = [style.note(str(day.year), 0) for day in (first, last)]
        layout["annotations"].append(years[0] | _at(sheet, left + start))
        if first.year < last.year:
            layout["annotations"].append(years[1] | _at(sheet, left + end) | {"xanchor": "right"})
        traces += timed([place.row for place in members], [place.mark for place in members], first, last, 50 + column)
    return traces
