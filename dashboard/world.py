"""Borders of the release, in degrees, in; the land of the world on one flat map, in whole units, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from dashboard import data

# Equal Earth, so that no country looks larger than it is. The map is cut along the border of Alaska: no other
# country lies on both of its edges, and Kazakhstan stands nearly upright.
CUT = -141
PROJECTION = "+proj=eqearth +datum=WGS84 +over"
# Metres of a unit, and by how many units a line of each scale may move when points are left out of it.
UNIT = 2_000
TOLERANCE = {"110m": 8, "50m": 2}

Ring = list[tuple[int, int]]


@dataclass(frozen=True, eq=False)
class World:
    """The land by code of country or area: rings of (x, y), in units from the north-western corner of the map."""

    width: int
    height: int
    rings: dict[str, list[Ring]]

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point given in degrees lies, in the same units."""
        x, y = _flat((lon - CUT) % 360 - 180, lat)
        return float(x), float(y)


def geojson(scale: str = "110m") -> bytes:
    """The borders at one scale as GeoJSON, properties: country; degrees to two decimals (about 1 km)."""
    import shapely

    chosen = data.borders(scale)
    rounded = chosen.assign(geometry=shapely.set_precision(chosen.geometry, 0.01, mode="pointwise"))
    return str(rounded.to_json(drop_id=True)).encode()


@cache
def world(scale: str = "110m") -> World:
    """The land at one scale, without the points that nobody can see; what is too small for that is left out."""
    import shapely

    borders = data.borders(scale)
    flat = shapely.transform(shapely.segmentize(_from_the_cut(borders.geometry.to_numpy()), 2), _points)
    # Neighbours keep one border: a line is made simpler once for both.
    simple = shapely.set_precision(shapely.coverage_simplify(flat, TOLERANCE[scale]), 1)
    east, south = _flat(180, 0)[0], _flat(0, -90)[1]
    rings = {code: list(_rings(shape)) for code, shape in zip(borders["country"], simple, strict=True)}
    return World(round(east), round(south), rings)


@cache
def _projection() -> Any:
    from pyproj import Proj

    return Proj(PROJECTION)


def _flat(east: Any, lat: Any) -> Any:
    """Units from the corner, of numbers or columns of degrees; `east` counts from the middle of the map."""
    x, y = _projection()(east, lat)
    west, north = _projection()(-180, 0)[0], _projection()(0, 90)[1]
    return (x - west) / UNIT, (north - y) / UNIT


def _points(degrees: Any) -> Any:
    import numpy as np

    return np.column_stack(_flat(degrees[:, 0] - CUT - 180, degrees[:, 1]))


def _from_the_cut(shapes: Any) -> Any:
    """The same land, its longitudes counted on from the cut: what lies west of it follows in the east."""
    import shapely

    west = shapely.intersection(shapes, shapely.box(-180, -90, CUT, 90))
    east = shapely.intersection(shapes, shapely.box(CUT, -90, 180, 90))
    return shapely.union(east, shapely.transform(west, lambda points: points + [360, 0]))


def _rings(shape: Any) -> Iterator[Ring]:
    import shapely

    for part in shapely.get_parts(shape):
        for ring in (part.exterior, *part.interiors) if part.geom_type == "Polygon" else ():
            if not ring.is_empty:  # an island smaller than a unit
                yield [(int(x), int(y)) for x, y in ring.coords]
