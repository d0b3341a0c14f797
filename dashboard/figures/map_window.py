"""Places, what joins them, the land and a viewport in; the part of the map that is shown out."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from dashboard.figures.bundles import Bundle, Place, Point
from dashboard.figures.land import Window

if TYPE_CHECKING:
    from dashboard.figures.style import Viewport
    from dashboard.world import World

# Pixels between a place and the edge of a picture, but no more than this share of a small one: room for labels; and
# between Kazakhstan's border and the edge.
EDGE, SHARE, BORDER = (64, 26), (0.13, 0.12), 6
# Units of 2 km: Kazakhstan alone is shown among its neighbours.
LEAST = 2_600


def window(named: list[Place], joined: list[Bundle], world: World, viewport: Viewport) -> Window:
    """The part of the map with all that is marked, room for labels round it, and Kazakhstan whole; as wide and
    high as the viewport.
    """
    points = [place.point for place in named] + [bundle.point for bundle in joined]
    points = points or [(0, 0), (world.width, world.height)]
    rings = [ring for place in named if place.home for ring in world.rings.get(place.code, [])]
    border: list[Point] = [point for ring in rings for point in ring]
    rooms, whole = (viewport.width, viewport.height), (world.width, world.height)
    ends = [_ends(points, border, way, room) for way, room in enumerate(rooms)]
    scale = min(_scale(*each) for each in zip(ends, rooms, strict=True))
    width, height = (room / scale for room in rooms)
    west, north = (
        _within(_middle(marks, scale) - length / 2, length, all_of_it)
        for marks, length, all_of_it in zip(ends, (width, height), whole, strict=True)
    )
    return Window(west, north, west + width, north + height)


def _ends(points: list[Point], border: list[Point], way: int, room: float) -> list[tuple[float, float]]:
    """What lies outermost to the east and west, or north and south, and how many pixels it keeps off the edge."""
    kept = ((points, min(EDGE[way], SHARE[way] * room)), (border, BORDER))
    return [(end(each[way] for each in group), edge) for group, edge in kept if group for end in (min, max)]


def _scale(ends: list[tuple[float, float]], room: float) -> float:
    """Pixels of a unit, as many as leave the room that every two of the ends need."""
    pairs = ((room - near - off) / max(high - low, 1) for (low, near), (high, off) in product(ends, ends))
    return min(room / LEAST, *pairs)


def _middle(ends: list[tuple[float, float]], scale: float) -> float:
    return (min(end - edge / scale for end, edge in ends) + max(end + edge / scale for end, edge in ends)) / 2


def _within(start: float, length: float, whole: float) -> float:
    """Where to start so that nothing lies beyond the edges of the map, if that can be."""
    return (whole - length) / 2 if length > whole else min(max(start, 0), whole - length)
