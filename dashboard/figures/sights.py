"""Labels, spots for them and one picture of the map in; whether a label is free there, and what it covers, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import hypot
from typing import Any, NamedTuple

import numpy as np

# An array: one number a spot.
Real = Any
Point = tuple[float, float]

# Pixels between two labels, and from a label to the edge of the picture.
APART = 3
# A label that is so much farther from its point than need be is tied to it by a line.
TIED = 12


class Box(NamedTuple):
    """Pixels from the upper left corner of a picture."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = self.left < other.right + APART and other.left < self.right + APART
        return across and self.top < other.bottom + APART and other.top < self.bottom + APART

    def holds(self, point: Point) -> bool:
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


def around(middle: Point, width: float, height: float) -> Box:
    x, y = middle
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


class Label(NamedTuple):
    """What is to stand at least `gap` pixels from a point of the map, and the size of its box.

    One that matters more is kept off lines, and is the last that is left out where nothing fits.
    """

    point: Point
    gap: float
    width: float
    height: float
    matters: bool = False


class Spot(NamedTuple):
    """Where a label stands: pixels from its point to its middle, how much farther than need be, and at what cost."""

    x: int
    y: int
    farther: float
    cost: float

    @property
    def tied(self) -> bool:
        return self.farther > TIED

    def box(self, label: Label, pixel: Point) -> Box:
        return around((pixel[0] + self.x, pixel[1] + self.y), label.width, label.height)

    def tie(self, pixel: Point, box: Box) -> list[Point]:
        """Points on the line from the point to the label."""
        parts = max(2, int(hypot(self.x, self.y) / 4))
        line = ((pixel[0] + self.x * n / parts, pixel[1] + self.y * n / parts) for n in range(1, parts))
        return [point for point in line if not box.holds(point)] if self.tied else []


@dataclass
class Sight:
    """A picture of the map: `scale` pixels a unit round a middle, and what stands on it already."""

    width: float
    height: float
    middle: Point
    scale: float
    dots: list[Box] = field(default_factory=list)
    lines: list[Point] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    ties: list[Point] = field(default_factory=list)

    def pixel(self, point: Point) -> Point:
        x, y = ((there - here) * self.scale for there, here in zip(point, self.middle, strict=True))
        return x + self.width / 2, y + self.height / 2

    def draw(self, dots: Iterable[tuple[Point, float]], lines: Iterable[Point]) -> None:
        """Points with their diameter in pixels, and lines as points of them."""
        self.dots += [around(self.pixel(point), size, size) for point, size in dots]
        self.lines += [self.pixel(point) for point in lines]

    def free(self, label: Label, x: Real, y: Real) -> Real:
        """Of all spots at once whether the label covers nothing there, nor leaves the picture."""
        across, down = self.pixel(label.point)
        left, right = across + x - label.width / 2, across + x + label.width / 2
        top, bottom = down + y - label.height / 2, down + y + label.height / 2
        fine = (np.minimum(left, top) >= APART) & (right <= self.width - APART) & (bottom <= self.height - APART)
        left, right, top, bottom = (side[:, None] for side in (left, right, top, bottom))
        if others := self.dots + self.boxes:
            west, north, east, south = np.array(others).T
            beside = (left >= east + APART) | (west >= right + APART)
            fine &= (beside | (top >= south + APART) | (north >= bottom + APART)).all(axis=1)
        if self.ties:
            h, v = np.array(self.ties).T
            fine &= ~((left <= h) & (h <= right) & (top <= v) & (v <= bottom)).any(axis=1)
        return fine

    def tied_freely(self, label: Label, spot: Spot) -> bool:
        """Whether what ties the label to its point crosses no other label."""
        pixel = self.pixel(label.point)
        tie = spot.tie(pixel, spot.box(label, pixel))
        if not tie or not self.boxes:
            return True
        (h, v), (left, top, right, bottom) = np.array(tie).T[:, :, None], np.array(self.boxes).T
        return not bool(((left <= h) & (h <= right) & (top <= v) & (v <= bottom)).any())

    def put(self, label: Label, spot: Spot) -> None:
        pixel = self.pixel(label.point)
        self.boxes.append(spot.box(label, pixel))
        self.ties += spot.tie(pixel, self.boxes[-1])

    def covered(self, label: Label, spot: Spot) -> int:
        """How many points of lines the label lies on there."""
        if not self.lines:
            return 0
        box, (h, v) = spot.box(label, self.pixel(label.point)), np.array(self.lines).T
        return int(((box.left <= h) & (h <= box.right) & (box.top <= v) & (v <= box.bottom)).sum())
