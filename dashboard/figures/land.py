"""The land in; the whole of it as one SVG picture that browsers keep, or a part of it as traces of a figure, out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from dashboard.world import Ring, World

HOME = "KAZ"
# Half transparent greys and blue: the light and the dark page show through.
BORDER = "rgba(122,140,148,0.6)"
COUNTRIES, UNDETERMINED, AT_HOME = "rgba(122,140,148,0.26)", "rgba(122,140,148,0.1)", "rgba(0,137,168,0.38)"
# Over the colour of a country.
HOSTS = "rgba(0,137,168,0.16)"
LINE = 0.6


class Window(NamedTuple):
    """The part of the map that is shown, in units."""

    west: float
    north: float
    east: float
    south: float


def picture(world: World) -> bytes:
    """The whole land as SVG, one unit a pixel; its lines stay as thin as they are however it is stretched."""
    paths = "".join(
        f'<path fill="{fill}" d="{"".join(_path(ring) for ring in rings)}"/>' for fill, rings in _layers(world)
    )
    style = f'stroke="{BORDER}" stroke-width="{LINE}" stroke-linejoin="round"'
    # Without a size of its own it would not stretch in every browser.
    size = f'width="{world.width}" height="{world.height}" viewBox="0 0 {world.width} {world.height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} preserveAspectRatio="none">'
        f"<style>path{{vector-effect:non-scaling-stroke}}</style><g {style}>{paths}</g></svg>"
    ).encode()


@cache
def address(world: World) -> str:
    """Where the picture of the land at the coarse scale is served; it changes when the picture does."""
    return f"/land/110m-{hashlib.sha256(picture(world)).hexdigest()[:12]}.svg"


def image(world: World) -> dict[str, Any]:
    """The picture under the marks of a figure whose axes count units: only its address travels."""
    place = {"x": 0, "y": 0, "sizex": world.width, "sizey": world.height, "xref": "x", "yref": "y"}
    return place | {"source": address(world), "sizing": "stretch", "layer": "below"}


def traces(world: World, window: Window) -> list[dict[str, Any]]:
    """The land inside the window as filled lines, for files that may fetch nothing."""
    return [_trace(fill, [ring for ring in rings if _meets(ring, window)]) for fill, rings in _layers(world)]


def hosts(world: World, codes: list[str]) -> dict[str, Any]:
    """Some countries, lightly filled, over the land."""
    return _trace(HOSTS, [ring for code in codes for ring in world.rings.get(code, [])])


def _layers(world: World) -> Iterator[tuple[str, list[Ring]]]:
    """A colour and its land; areas with a code of X are undetermined: they are in no country's colour."""
    kinds: dict[str, list[Ring]] = {COUNTRIES: [], UNDETERMINED: [], AT_HOME: []}
    for code, rings in world.rings.items():
        kinds[AT_HOME if code == HOME else UNDETERMINED if code[0] == "X" else COUNTRIES] += rings
    yield from kinds.items()


def _path(ring: Ring) -> str:
    """Steps from point to point, which are shorter than the points."""
    (x, y), *_ = ring
    steps = (f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in pairwise(ring[:-1]))
    return f"M{x},{y}l{' '.join(steps)}z"


def _trace(fill: str, rings: list[Ring]) -> dict[str, Any]:
    """All rings as one line with gaps."""
    points = [point for ring in rings for point in (*ring, (None, None))]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "fill": "toself",
        "fillcolor": fill,
        "line": {"color": BORDER, "width": LINE},
    }


def _meets(ring: Ring, window: Window) -> bool:
    xs, ys = zip(*ring, strict=True)
    across: bool = max(xs) >= window.west and min(xs) <= window.east
    down: bool = max(ys) >= window.north and min(ys) <= window.south
    return across and down
