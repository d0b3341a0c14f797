"""Labels of points, and the pictures of different size that show the points, in; a place for each label out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import hypot
from typing import NamedTuple

Point = tuple[float, float]

# Pixels between two labels, and from a label to the edge of the picture.
APART = 3
# How much farther from its point than need be a label may stand; beyond TIED a line ties it to its point.
STEPS, TIED = (0, 4, 8, 13, 19, 26, 34, 43, 53, 64, 76, 89, 103, 118, 134, 151, 169, 188, 208, 230), 12
# How far a label may be pushed along its side that is turned to the point, in parts of that side.
SLIDES = (0, *(way * part / 8 for part in (1, 2, 3, 4, 6, 8) for way in (-1, 1)))
# A label had better go so many pixels farther than lie on a point of a line, more if it matters more, or be pushed
# along half its side.
ON_LINE, PUSHED = 3.0, 7.0
# How often those that found no place may choose before the others.
TRIES = 4


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
    """What is to stand at least `gap` pixels from a point of the map: the size of its box, and how much it matters."""

    point: Point
    gap: float
    width: float
    height: float
    weight: int = 1


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

    def free(self, label: Label, spot: Spot) -> bool:
        """Whether the label covers nothing there, nor its tie another label, nor leaves the picture."""
        pixel = self.pixel(label.point)
        box = spot.box(label, pixel)
        if min(box) < APART or box.right > self.width - APART or box.bottom > self.height - APART:
            return False
        if any(map(box.meets, self.dots)) or any(map(box.meets, self.boxes)) or any(map(box.holds, self.ties)):
            return False
        others = [*self.boxes, *(dot for dot in self.dots if not dot.holds(pixel))] if spot.tied else []
        return not any(other.holds(point) for point in spot.tie(pixel, box) for other in others)

    def put(self, label: Label, spot: Spot) -> None:
        pixel = self.pixel(label.point)
        self.boxes.append(spot.box(label, pixel))
        self.ties += spot.tie(pixel, self.boxes[-1])

    def covered(self, label: Label, spot: Spot) -> int:
        """How many points of lines the label lies on there."""
        return sum(map(spot.box(label, self.pixel(label.point)).holds, self.lines))


def place(labels: list[Label], sights: list[Sight]) -> list[Spot | None]:
    """One spot for each label that is free in every picture, as near as can be; None where there is none.

    The first labels choose first; where some then find no place, those do.
    """
    order, tries = list(range(len(labels))), []
    for _ in range(TRIES):
        spots = _placed(labels, order, sights)
        tries.append(spots)
        if None not in spots:
            break
        order.sort(key=lambda index: spots[index] is not None)
    return min(
        tries, key=lambda spots: sum(label.weight for label, spot in zip(labels, spots, strict=True) if not spot)
    )


def _placed(labels: list[Label], order: Iterable[int], sights: list[Sight]) -> list[Spot | None]:
    spots: list[Spot | None] = [None] * len(labels)
    for sight in sights:
        sight.boxes, sight.ties = [], []
    for index in order:
        spots[index] = spot = _best(labels[index], sights)
        if spot:
            for sight in sights:
                sight.put(labels[index], spot)
    return spots


def _best(label: Label, sights: list[Sight]) -> Spot | None:
    """The cheapest free spot: each pixel farther costs one, and lines under it cost more."""
    best, least = None, float("inf")
    for spot in _spots(label, sights):
        if spot.farther >= least:
            break
        if spot.cost < least and all(sight.free(label, spot) for sight in sights):
            covered = sum(sight.covered(label, spot) for sight in sights) / len(sights)
            cost = spot.cost + ON_LINE * label.weight * covered
            best, least = (spot, cost) if cost < least else (best, least)
    return best


def _spots(label: Label, sights: list[Sight]) -> Iterator[Spot]:
    """To the right, to the left, above and below, pushed so far that no picture cuts it; the nearest first."""
    insides = [_inside(label, sight) for sight in sights]
    left, top = (max(inside[way] for inside in insides) for way in (0, 1))
    right, bottom = (min(inside[way] for inside in insides) for way in (2, 3))
    for farther in STEPS:
        away = label.gap + farther
        across, down = away + label.width / 2, away + label.height / 2
        for slide in SLIDES:
            x, y = (min(max(slide * label.width, left), right), min(max(slide * label.height, top), bottom))
            cost = farther + abs(slide) * 2 * PUSHED
            for middle in ((across, y), (-across, y), (x, -down), (x, down)):
                yield Spot(round(middle[0]), round(middle[1]), farther, cost)


def _inside(label: Label, sight: Sight) -> Box:
    """How far from its point to the west, north, east and south the middle of a label may be."""
    x, y = sight.pixel(label.point)
    wide, high = APART + 1 + label.width / 2, APART + 1 + label.height / 2
    return Box(wide - x, high - y, sight.width - wide - x, sight.height - high - y)
