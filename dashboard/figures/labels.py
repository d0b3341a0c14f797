"""Labels of points, and the picture that shows the points, in; a place for each label out."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from dashboard.figures.sights import APART, Box, Label, Real, Sight, Spot

# How much farther from its point than need be a label may stand.
STEPS = (0, 4, 8, 13, 19, 26, 34, 43, 53, 64, 76, 89, 103, 118, 134, 151, 169, 188, 208, 230)
# How far a label may be pushed along its side that is turned to the point, in parts of that side.
SLIDES = (0, *(way * part / 8 for part in (1, 2, 3, 4, 6, 8) for way in (-1, 1)))
# A label had better go so many pixels farther than lie on a point of a line, one that matters still more; or than be
# pushed along half its side.
ON_LINE, ON_LINE_MATTERS, PUSHED = 3.0, 9.0, 7.0
# How often those that found no place may choose before the others.
TRIES = 4


def place(labels: list[Label], sight: Sight) -> list[Spot | None]:
    """One spot for each label that is free, as near as can be; None where there is none.

    The first labels choose first; where some then find no place, those do, and at last those that matter most.
    """
    order, tries = list(range(len(labels))), []
    for attempt in range(TRIES):
        spots = _placed(labels, order, sight)
        tries.append(spots)
        if None not in spots:
            break
        last = attempt == TRIES - 2
        order.sort(key=lambda index: not labels[index].matters if last else spots[index] is not None)
    return min(tries, key=lambda spots: _lost(labels, spots))


def _lost(labels: list[Label], spots: list[Spot | None]) -> tuple[int, int]:
    """How many labels are left out: first of those that matter, then of all."""
    lost = [label for label, spot in zip(labels, spots, strict=True) if spot is None]
    return sum(label.matters for label in lost), len(lost)


def _placed(labels: list[Label], order: Iterable[int], sight: Sight) -> list[Spot | None]:
    spots: list[Spot | None] = [None] * len(labels)
    sight.boxes, sight.ties = [], []
    for index in order:
        spots[index] = spot = _best(labels[index], sight)
        if spot:
            sight.put(labels[index], spot)
    return spots


def _best(label: Label, sight: Sight) -> Spot | None:
    """The cheapest free spot: each pixel farther costs one, and lines under it cost more."""
    best, least = None, float("inf")
    x, y = _spots(label, sight)
    for index in np.flatnonzero(sight.free(label, x, y)):
        spot = Spot(int(x[index]), int(y[index]), int(FARTHER[index]), float(COST[index]))
        if spot.farther >= least:
            break
        if spot.cost < least and sight.tied_freely(label, spot):
            cost = spot.cost + (ON_LINE_MATTERS if label.matters else ON_LINE) * sight.covered(label, spot)
            best, least = (spot, cost) if cost < least else (best, least)
    return best


# Of every spot: how much farther than need be, how far pushed, at what cost, and on which side of its point (to the
# right, to the left, above, below); the nearest first.
FARTHER, SLIDE, SIDE = (each.ravel() for each in np.meshgrid(STEPS, SLIDES, range(4), indexing="ij"))
COST = FARTHER + np.abs(SLIDE) * 2 * PUSHED


def _spots(label: Label, sight: Sight) -> tuple[Real, Real]:
    """The middle of the label at every spot, in pixels from its point; pushed until the picture does not cut it."""
    left, top, right, bottom = _inside(label, sight)
    away = label.gap + FARTHER
    across, down = away + label.width / 2, away + label.height / 2
    x = np.minimum(np.maximum(SLIDE * label.width, left), right)
    y = np.minimum(np.maximum(SLIDE * label.height, top), bottom)
    return np.rint(np.choose(SIDE, (across, -across, x, x))), np.rint(np.choose(SIDE, (y, y, -down, down)))


def _inside(label: Label, sight: Sight) -> Box:
    """How far from its point to the west, north, east and south the middle of a label may be."""
    x, y = sight.pixel(label.point)
    wide, high = APART + 1 + label.width / 2, APART + 1 + label.height / 2
    return Box(wide - x, high - y, sight.width - wide - x, sight.height - high - y)
