"""Groups of rows and a room of fixed size in, a figure that fits it out: labels beside their marks, in columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import plotly.graph_objects as go

from dashboard.figures import style
from dashboard.figures.bars import BAR, Traces, time_axis, timed
from dashboard.figures.style import LINE, Room
from dashboard.i18n import Language

GUTTER = 28
# A column narrower than this has its marks under their labels, and a wider room has several columns.
COLUMN = 360
PAD, BEFORE = 8, 6
STRIP = 20
# The share of a column that labels take where marks stand beside them; with a strip of time they take less.
LABELS, TIMED_LABELS = 0.46, 0.4
# The strip of time holds its first and its last year.
TIME, APART = 74, 8

Words = Callable[[Language, Any], str]


@dataclass(frozen=True)
class Group:
    """Rows on one scale under one heading, whose numbers trace to `ids`.

    `marks(rows, places, axis)` are their traces, `scale(reach)` is their axis when the largest mark ends at that share
    of the room for marks. Without marks the numbers stand in a column.
    """

    rows: list[Any]
    heading: Callable[[Language], str]
    label: Words
    number: Words
    ids: str = ""
    marks: Callable[[list[Any], list[float], str], Traces] | None = None
    scale: Callable[[float], dict[str, Any]] | None = None


@dataclass(frozen=True)
class Place:
    """Where a row stands: its column, the upper edge of its heading if it has one there, of its label, of its mark."""

    group: Group
    row: Any
    column: int
    head: float | None
    label: float
    mark: float


class Sheet:
    """The measures of a sheet, the same in every language of the room."""

    def __init__(self, groups: list[Group], t: Language, room: Room, time: bool) -> None:
        self.groups, self.t, self.room, self.time = groups, t, room, time
        self.languages = [Language(code) for code in room.languages]
        self.columns = max(1, int((room.width + GUTTER) // (COLUMN + GUTTER))) if room.height else 1
        self.width = (room.width - GUTTER * (self.columns - 1)) / self.columns
        self.drawn = any(group.marks for group in groups)
        self.numbers = max((self.widest(group.number, row) for group in groups for row in group.rows), default=0.0)
        self.beside = self.width >= COLUMN if self.drawn else self.numbers <= self.width / 2

    def widest(self, words: Words, row: Any) -> float:
        assert self.room.measure is not None
        return max(self.room.measure(words(t, row), style.SIZE, True) for t in self.languages)

    @property
    def edges(self) -> tuple[float, ...]:
        """Where labels end, where the strip of time begins and ends, and where marks begin, in pixels."""
        if not self.drawn:
            return (self.width - (self.numbers + 14 if self.beside else 0), self.width)
        labels = self.width * (TIMED_LABELS if self.time else LABELS)
        start = labels + APART if self.beside else 0.0
        marks = (start, start + TIME, start + TIME + APART) if self.time else (start,)
        return (labels if self.beside else self.width, *marks)

    @property
    def tight(self) -> bool:
        """Whether a number is longer than the room for it, so that smaller letters are better."""
        return self.numbers > (self.width - self.edges[-1]) * 0.85 if self.drawn else self.numbers > self.width

    @property
    def reach(self) -> float:
        """The share of the room for marks that the longest may take, so that its number fits behind it."""
        return min(max(1 - (self.numbers + 12) / (self.width - self.edges[-1] or 1), 0.12), 0.85)

    def lines(self, text: Callable[[Language], str], width: float, bold: bool = False) -> int:
        return max(len(self.room.lines(text(t), width, bold=bold)) for t in self.languages)

    @cached_property
    def heights(self) -> list[list[tuple[float, float]]]:
        """For every row of every group its height, and where its mark lies in it."""
        return [[self.height_of(group, row) for row in group.rows] for group in self.groups]

    @cached_property
    def heads(self) -> list[float]:
        return [self.height_of_head(group) for group in self.groups]

    def height_of(self, group: Group, row: Any) -> tuple[float, float]:
        """The height of a row, and where its mark lies in it."""
        words = LINE * self.lines(lambda t: group.label(t, row), self.edges[0])
        if not self.drawn:
            return words + (0 if self.beside else LINE) + PAD, LINE / 2
        if self.beside:
            return max(words, BAR + 4) + PAD, LINE / 2 + 1
        return words + BAR + PAD + 6, words + BAR / 2 + 3

    def height_of_head(self, group: Group) -> float:
        if not any(group.heading(t) for t in self.languages):
            return 0.0
        return LINE * self.lines(group.heading, self.width, bold=True) + PAD + BEFORE

    def placed(self, limit: float, each: int | None = None) -> Iterator[Place]:
        """As many rows as columns of that height hold, of each group as many as asked for: its last."""
        top = STRIP if self.time else 0.0
        column, y = 0, top
        for group, head, heights in zip(self.groups, self.heads, self.heights, strict=True):
            due = True
            for row, (height, mark) in list(zip(group.rows, heights, strict=True))[-(each or len(group.rows)) :]:
                if y > top and y + height + head * due > limit:
                    column, y, due = column + 1, top, True
                if column == self.columns or y + height + head * due > limit:
                    return
                label = y + head * due
                yield Place(group, row, column, y if due and head else None, label, label + mark)
                y, due = label + height, False

    def fitted(self) -> list[Place]:
        """All rows, in columns about as high as each other; else as many as there is room for.

        On a time axis those are the newest of each group, else the first groups, whole if one is.
        """
        limit, total = self.room.height or float("inf"), sum(len(group.rows) for group in self.groups)
        places = list(self.placed(limit))
        if len(places) == total:
            even = (list(self.placed(height)) for height in range(40, int(limit), 8)) if self.columns > 1 else ()
            return next((found for found in even if len(found) == total), places)
        return self.newest(limit) if self.time else whole_groups(places)

    def newest(self, limit: float) -> list[Place]:
        longest = max(len(group.rows) for group in self.groups)
        for each in range(longest, 0, -1):
            places = list(self.placed(limit, each))
            if len(places) == sum(min(each, len(group.rows)) for group in self.groups):
                return places
        return list(self.placed(limit, 1))


def whole_groups(places: list[Place]) -> list[Place]:
    """Without the last group if it is cut: three of four countries would look like all of them."""
    counts = Counter(id(place.group) for place in places)
    whole = [place for place in places if counts[id(place.group)] == len(place.group.rows)]
    return whole or places


def sheet(groups: list[Group], t: Language, room: Room, time: bool = False) -> go.Figure:
    """Labels, marks, and with `time` each row's period on one time axis. `meta` says how many rows of how many fit."""
    measures = Sheet(groups, t, room, time)
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
