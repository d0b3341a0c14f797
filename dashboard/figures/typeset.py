"""Groups of rows and a room of fixed size in; which rows find room, and where each of them stands, out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from dashboard.figures import style
from dashboard.figures.bars import BAR, Traces
from dashboard.figures.selection import Selection, selections
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
# The share of the room for marks that the longest number takes where nothing else is there.
ROOMY = 0.6

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

    def __init__(self, groups: list[Group], t: Language, room: Room, time: bool, alone: bool) -> None:
        self.groups, self.t, self.room, self.time, self.alone = groups, t, room, time, alone
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
        end = start + TIME
        if self.alone:
            end = max(end, self.width - APART - self.numbers / ROOMY)
        marks = (start, end, end + APART) if self.time else (start,)
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

    def placed(self, limit: float, chosen: Selection) -> list[Place]:
        """The rows chosen, in columns of that height; fewer where the columns cannot hold them all."""
        top = STRIP if self.time else 0.0
        column, y = 0, top
        places: list[Place] = []
        for group, head, heights, indexes in zip(self.groups, self.heads, self.heights, chosen, strict=True):
            due = True
            for index in indexes:
                height, mark = heights[index]
                if y > top and y + height + head * due > limit:
                    column, y, due = column + 1, top, True
                if column == self.columns or y + height + head * due > limit:
                    return places
                label = y + head * due
                places.append(Place(group, group.rows[index], column, y if due and head else None, label, label + mark))
                y, due = label + height, False
        return places

    def fitted(self) -> list[Place]:
        """The largest selection that the room holds, in columns about as high as each other."""
        limit = self.room.height or float("inf")
        for chosen in selections([group.rows for group in self.groups], newest=self.time):
            size = sum(map(len, chosen))
            if size and len(self.placed(limit, chosen)) == size:
                heights = range(40, int(limit), 8) if self.columns > 1 else ()
                even = (self.placed(height, chosen) for height in heights)
                return next((places for places in even if len(places) == size), self.placed(limit, chosen))
        return []
