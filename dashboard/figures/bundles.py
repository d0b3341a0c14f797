"""Rows of placements_map and the land in; where on the land its places lie, and the lines that join them, out."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.figures import style
from dashboard.figures.land import Window

if TYPE_CHECKING:
    from dashboard.figures.style import Viewport
    from dashboard.world import World

Point = tuple[float, float]

# Diameters of the points, in pixels: of Kazakhstan, of a host, of the middle of a bundle.
HOME, HOST, MIDDLE = 16, 12, 7
# Pixels between a place and the edge of a picture, but no more than this share of a small one: room for labels.
EDGE, SHARE = (64, 48), (0.13, 0.15)
# Units of 2 km: Kazakhstan alone is shown among its neighbours.
LEAST = 2_600
# Points of a curve, and how far a branch follows the trunk before it turns to its host.
PARTS, BEND = 12, 0.36


class Place(NamedTuple):
    """Kazakhstan or a host: its code, its point, and the claims that name it."""

    code: str
    point: Point
    ids: str
    home: bool


class Bundle(NamedTuple):
    """Statements on the same hosts: where their one label belongs, the trunk, and a branch to each host."""

    rows: list[Any]
    point: Point
    trunk: list[Point]
    branches: list[list[Point]]


def places(rows: list[Any], world: World) -> list[Place]:
    """Kazakhstan first, on which the hosts hang."""
    found = [
        Place(row.host, world.place(row.lon, row.lat), style.ids(row), row.mark == "home")
        for row in rows
        if row.mark != "statement" and row.lon is not None
    ]
    return [place for home in (True, False) for place in found if place.home is home]


def bundles(rows: list[Any], world: World, named: list[Place]) -> list[Bundle]:
    """One for each middle: statements on the same hosts share it. No branch has a number."""
    drawn = [row for row in rows if row.mark == "statement" and row.lon is not None]
    hosts = {place.code: place.point for place in named if not place.home}
    start = next((place.point for place in named if place.home), None)
    groups = [list(members) for _, members in groupby(drawn, lambda row: (row.lon, row.lat))]
    return [_bundle(group, world.place(group[0].lon, group[0].lat), start, hosts) for group in groups]


def _bundle(rows: list[Any], middle: Point, start: Point | None, hosts: dict[str, Point]) -> Bundle:
    """A single host lies at the middle itself: its number belongs on the way there."""
    start = start or middle
    if len(rows[0].hosts) < 2:
        return Bundle(rows, _along(start, middle, 0.5), curve(start, _along(start, middle, 0.5), middle), [])
    turn = _along(start, middle, 1 + BEND)
    branches = [curve(middle, turn, hosts[host]) for host in rows[0].hosts if host in hosts]
    return Bundle(rows, middle, curve(start, _along(start, middle, 0.5), middle), branches)


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def curve(start: Point, towards: Point, end: Point) -> list[Point]:
    """From start to end, first in the direction of the point between."""
    steps = [n / PARTS for n in range(PARTS + 1)]
    return [_along(_along(start, towards, step), _along(towards, end, step), step) for step in steps]


def window(named: list[Place], joined: list[Bundle], world: World, viewport: Viewport) -> Window:
    """The part of the map with all that is marked, room for labels round it, and Kazakhstan whole; as wide and
    high as the viewport.
    """
    points = [place.point for place in named] + [bundle.point for bundle in joined]
    points += [point for place in named if place.home for ring in world.rings.get(place.code, []) for point in ring]
    points = points or [(0, 0), (world.width, world.height)]
    ends = [(min(way), max(way)) for way in zip(*points, strict=True)]
    middle = [(low + high) / 2 for low, high in ends]
    size = [max(_needed(high - low, way, viewport), LEAST) for way, (low, high) in enumerate(ends)]
    scale = min(viewport.width / size[0], viewport.height / size[1])
    width, height = viewport.width / scale, viewport.height / scale
    west, north = (
        _within(middle[0] - width / 2, width, world.width),
        _within(middle[1] - height / 2, height, world.height),
    )
    return Window(west, north, west + width, north + height)


def _within(start: float, length: float, whole: float) -> float:
    """Where to start so that nothing lies beyond the edges of the map, if that can be."""
    return (whole - length) / 2 if length > whole else min(max(start, 0), whole - length)


def _needed(extent: float, way: int, viewport: Viewport) -> float:
    """What the window must span so that the places keep off the edges of the viewport."""
    return extent / (1 - 2 * min(EDGE[way] / (viewport.width, viewport.height)[way], SHARE[way]))
