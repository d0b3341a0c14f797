"""The UN's topologies in, one valid shape per country and scale out, cut at the edge of the map.

GDAL decodes the arcs. Shapes that cross the antimeridian come with edges that jump from
180 degrees east to 180 degrees west and would draw as bands over the whole map.
"""

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

SCALES = ("110m", "50m")
WORLD = shapely.box(-180, -90, 180, 90)
# About 0.1 m: far finer than the UN's own grid, coarse enough that every machine gets the same bytes.
GRID = 1e-6


class Unreadable(Exception):
    """A topology that is missing, broken or of another make."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


def topology(folder: Path, scale: str) -> Path:
    return folder / f"world_{scale}_un.topo.json"


def shapes(folder: Path) -> gpd.GeoDataFrame:
    """The features as they are: country, scale, lon, lat (label point), geometry (degrees)."""
    return pd.concat([_features(topology(folder, scale), scale) for scale in SCALES], ignore_index=True)


def borders(features: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """One row per country and scale: country, scale, geometry (EPSG:4326, valid, cut at 180 degrees)."""
    cut = features.assign(geometry=features.geometry.map(within_the_map))
    whole = cut[["country", "scale", "geometry"]].dissolve(by=["country", "scale"], sort=True)
    tidy = shapely.set_precision(whole.geometry.to_numpy(), GRID)
    tidy = shapely.orient_polygons(shapely.normalize(tidy))
    return whole.set_geometry(gpd.GeoSeries(tidy, index=whole.index, crs="EPSG:4326")).reset_index()


def label_points(features: gpd.GeoDataFrame) -> pd.DataFrame:
    """country, lon, lat in degrees: the finest scale, and of a country in several features the largest."""
    area = shapely.area(features.geometry.to_numpy())
    fine = features["scale"].map({scale: n for n, scale in enumerate(SCALES)})
    ordered = features.assign(area=area, fine=fine).sort_values(["country", "fine", "area"])
    return pd.DataFrame(ordered.drop_duplicates("country", keep="last")[["country", "lon", "lat"]])


def within_the_map(shape: shapely.Geometry) -> shapely.Geometry:
    """The same land, valid, with nothing but areas, and no edge from one side of the map to the other."""
    parts = [_cut(part) if _jumps(part) else part for part in shapely.get_parts(shape)]
    return _areas(shapely.make_valid(shapely.MultiPolygon(_polygons(parts)), method="structure"))


def _features(path: Path, scale: str) -> gpd.GeoDataFrame:
    try:
        read = gpd.read_file(path, layer="countries").rename(columns={"id": "country"})
        lon, lat = np.stack(read["ct"]).T
        return read.assign(scale=scale, lon=lon, lat=lat)[["country", "scale", "lon", "lat", "geometry"]]
    except (RuntimeError, KeyError, ValueError, TypeError) as error:  # GDAL's own are RuntimeErrors
        raise Unreadable(path) from error


def _jumps(part: shapely.Polygon) -> bool:
    return any(np.abs(np.diff(shapely.get_coordinates(ring)[:, 0])).max() > 180 for ring in _rings(part))


def _cut(part: shapely.Polygon) -> shapely.Geometry:
    land, *holes = (_on_the_map(_unrolled(ring)) for ring in _rings(part))
    return shapely.difference(land, shapely.union_all(holes))


def _rings(part: shapely.Polygon) -> list[shapely.LinearRing]:
    return [part.exterior, *part.interiors]


def _unrolled(ring: shapely.LinearRing) -> shapely.Geometry:
    """The ring's area with longitudes that run on beyond 180; round a pole it is closed along the pole."""
    points = shapely.get_coordinates(ring)
    points[1:, 0] -= 360 * np.cumsum(np.round(np.diff(points[:, 0]) / 360))
    (first, _), (last, _) = points[0], points[-1]
    if abs(last - first) > 180:
        pole = np.copysign(90, points[:, 1].mean())
        points = np.vstack([points, [last, pole], [first, pole]])
    return shapely.make_valid(shapely.Polygon(points), method="structure")


def _on_the_map(area: shapely.Geometry) -> shapely.Geometry:
    """Each stretch of 360 degrees moved onto the map; together they are the whole area."""
    turns = (shapely.transform(area, lambda points, turn=turn: points + [turn, 0]) for turn in (-360, 0, 360))
    return _areas(shapely.union_all([shapely.intersection(turn, WORLD) for turn in turns]))


def _areas(shape: shapely.Geometry) -> shapely.Geometry:
    """Without the points and lines that cutting leaves where a shape only touches the cut."""
    return shapely.union_all(list(_polygons([shape])))


def _polygons(shapes: list[shapely.Geometry]) -> Iterator[shapely.Polygon]:
    return (part for shape in shapes for part in shapely.get_parts(shape) if part.geom_type == "Polygon")
