"""The rows of one measure and a place in the picture in; which pixel a day and a value have there out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dashboard.catalog import MEASURES

# Pixels of the band below zero for years without a number.
GAP = 5
# Days.
YEAR = 366


@dataclass(frozen=True)
class Panel:
    """The rows of one measure, and where they stand.

    `left` and `right` are shares of a plot `width` pixels wide, `first` and `last` the days there; `top` and `height`
    are pixels, `scale` the pixels of one unit. `years` are named on its
    axis; words may go as far as `edge`, in pixels, and its title is as wide as `titled`.
    """

    rows: list[Any]
    index: int
    left: float
    right: float
    width: float
    years: range
    first: date
    last: date
    edge: float
    titled: float
    title: list[str] = field(default_factory=list)
    top: float = 0
    height: float = 0
    scale: float = 1

    @property
    def names(self) -> dict[str, str]:
        tail = str(self.index) if self.index > 1 else ""
        return {"xaxis": f"x{tail}", "yaxis": f"y{tail}"}

    @property
    def low(self) -> float:
        """The value at the lower edge."""
        return -GAP / self.scale

    @property
    def reach(self) -> float:
        """The value at the upper edge."""
        return (self.height - GAP) / self.scale

    @property
    def unit(self) -> str:
        return MEASURES[self.rows[0].measure].unit

    @property
    def known(self) -> list[Any]:
        return [row for row in self.rows if row.value is not None]

    @property
    def sides(self) -> list[list[Any]]:
        """The numbers, those that contradict each other together, the largest of them first."""
        told: dict[Any, list[Any]] = {}
        for row in self.known:
            told.setdefault(getattr(row, "dispute", None) or id(row), []).append(row)
        return [sorted(each, key=lambda row: -row.value) for each in told.values()]

    @property
    def most(self) -> float:
        return max((row.value for row in self.known), default=1) or 1

    @property
    def full(self) -> bool:
        """Whether it is a series of numbers over periods of at most a year, which are full columns."""
        disputed = any(getattr(row, "dispute", None) for row in self.known)
        return not disputed and all(row.kind == "flow" and not over_years(row) for row in self.known)

    def x(self, day: date) -> float:
        """Pixels from the left edge of the plot."""
        share = (day - self.first).days / (self.last - self.first).days
        return (self.left + (self.right - self.left) * share) * self.width

    def y(self, value: float) -> float:
        """Pixels from the top of the plot."""
        return self.top + self.height - GAP - value * self.scale


@dataclass(frozen=True)
class Band:
    """Panels side by side, under titles so many pixels high."""

    panels: list[Panel]
    head: float


def over_years(row: Any) -> bool:
    """Whether a number is a total over more than a year, which is never a filled block."""
    return row.period_from is None or row.period_to is None or (row.period_to - row.period_from).days + 1 > YEAR
