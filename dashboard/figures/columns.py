"""Groups of rows in; the columns that they stand in out: how wide names, marks and numbers are, where each row is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple

from dashboard.figures.groups import Group, Rows
from dashboard.figures.style import LINE
from dashboard.i18n import Language

# Pixels: around a row and above a heading; between name, mark and number; of a bar.
PAD, HEAD, APART, BAR = 8, 10, 8, 15
# The share of a column that names take at most; where marks had less than theirs, or a name more lines than this, names
# stand above them.
NAMES, MARKS, LINES = 0.44, 0.25, 2


class Stacked(NamedTuple):
    """A row in its column: pixels from the top, those of the heading above it, from there to its mark, of the row."""

    group: Group
    row: Any
    column: int
    y: float
    head: float
    mark: float
    high: float


@dataclass(frozen=True)
class Columns:
    """The rows of a layout in so many columns of this width, with so many pixels around each, none lower than that."""

    of: Rows
    n: int
    width: float
    pad: float = PAD
    lowest: float = BAR

    @cached_property
    def numbers(self) -> float:
        """Pixels of the longest number."""
        said = (self.of.number(t, row) for t in self._languages for group in self.of.groups for row in group.rows)
        return min(self.of.viewport.widest(said, bold=True), self.width * (1 - MARKS))

    @cached_property
    def _before(self) -> float:
        """Pixels of the longest name, no more than their share unless a word is longer."""
        word = self.of.viewport.widest(word for text in self._said for word in text.split(" "))
        return max(min(self.of.viewport.widest(self._said), self.width * NAMES), word) + 1

    @cached_property
    def _said(self) -> list[str]:
        return [self.of.name(t, row) for t in self._languages for group in self.of.groups for row in group.rows]

    @property
    def _languages(self) -> list[Language]:
        return self.of.viewport.each(self.of.t)

    @cached_property
    def above(self) -> bool:
        """Whether names stand above the marks: beside them there were too little room for these, or for a name."""
        narrow = self.width - self._before - self.numbers - 3 * APART < self.width * MARKS
        beside = (self.of.viewport.lines(name, self._before) for name in self._said)
        return narrow or any(len(lines) > LINES for lines in beside)

    @property
    def crossed(self) -> bool:
        """Whether each group has a column of its own, and names stand once."""
        return self.of.across and self.n == len(self.of.groups) > 1

    @property
    def step(self) -> float:
        """Pixels from a column to the next, but for what keeps them apart."""
        return self.width - self.left if self.crossed else self.width

    @property
    def names(self) -> float:
        return self.width if self.above else self._before

    @property
    def beside(self) -> float:
        """Pixels of names beside the marks."""
        return self._before + APART

    @property
    def left(self) -> float:
        return 0 if self.above else self.beside

    @property
    def right(self) -> float:
        return self.numbers + 2 * APART

    @property
    def marks(self) -> float:
        return self.width - self.left - self.right

    def aside(self, t: Language, row: Any) -> list[str]:
        """In lines: it has the room of marks and numbers."""
        text = self.of.aside(t, row)
        return self.of.viewport.lines(text, self.marks + self.numbers + APART) if text else []

    def heading(self, t: Language, group: Group) -> list[str]:
        text = group.heading(t)
        return self.of.viewport.lines(text, self.step, bold=True) if text else []

    @cached_property
    def stacked(self) -> list[Stacked]:
        """Column after column; groups stay whole where each column can have one."""
        if self.crossed:
            return self._side_by_side()
        heights = [self._height(group, row) for group in self.of.groups for row in group.rows]
        limit, column, y = sum(head + height for head, height, _ in heights) / self.n, 0, 0.0
        whole, placed = len(self.of.groups) >= self.n > 1, []
        rows = ((group, row) for group in self.of.groups for row in group.rows)
        for index, ((group, row), (head, height, mark)) in enumerate(zip(rows, heights, strict=True)):
            ahead = sum(sum(each[:2]) for each in heights[index : index + len(group.rows)]) if whole else head + height
            full = y + ahead / 2 > limit and (not whole or row is group.rows[0])
            if y and column + 1 < self.n and full:
                column, y = column + 1, 0.0
            placed.append(Stacked(group, row, column, y, head, mark, height))
            y += head + height
        return placed

    def _side_by_side(self) -> list[Stacked]:
        """Below headings of one height."""
        found: dict[tuple[str, int], list[tuple[int, Group, Any]]] = {}
        for column, group in enumerate(self.of.groups):
            before = Counter[str]()
            for row in group.rows:
                name = self.of.name(self.of.t, row)
                found.setdefault((name, before[name]), []).append((column, group, row))
                before[name] += 1
        y, placed = max(self._height(group, group.rows[0])[0] for group in self.of.groups), []
        for members in found.values():
            high = max(self._height(group, row)[1] for _, group, row in members)
            for column, group, row in members:
                first = row is group.rows[0]
                placed.append(Stacked(group, row, column, 0 if first else y, y if first else 0, high / 2, high))
            y += high
        return sorted(placed, key=lambda each: each.column)

    @cached_property
    def needed(self) -> float:
        """Pixels of the longest column."""
        return max((each.y + each.head + each.high for each in self.stacked), default=0.0)

    @cached_property
    def most(self) -> int:
        """Rows of the longest column; side by side, heights."""
        if self.crossed:
            return len({each.y + each.head for each in self.stacked})
        return max(Counter(each.column for each in self.stacked).values(), default=1)

    def _height(self, group: Group, row: Any) -> tuple[float, float, float]:
        """Pixels of the heading above a row, of the row, and from its top to the middle of its mark."""
        lines = max(len(self.of.viewport.lines(self.of.name(t, row), self.names)) for t in self._languages) * LINE
        titles = max(len(self.heading(t, group)) for t in self._languages)
        head = titles * LINE + HEAD if titles and row is group.rows[0] else 0
        aside = max(len(self.aside(t, row)) for t in self._languages) * LINE
        if self.above:
            mark = max(BAR, aside)
            return head, lines + mark + self.pad + 4, lines + mark / 2 + 4
        high = max(lines, aside, self.lowest) + self.pad
        return head, high, high / 2

    @property
    def evenly(self) -> Columns:
        """All rows as high as the highest."""
        rows = (self._height(group, row)[1] for group in self.of.groups for row in group.rows)
        return replace(self, lowest=max(rows, default=0) - self.pad)
