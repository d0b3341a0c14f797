"""The published shapes: whose land is whose, and nothing that draws a band over the map."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely

from dashboard.publish import borders

SOURCE = Path(__file__).parents[2] / "data" / "source"

PLACES = [
    ("Astana", 71.4, 51.1, "KAZ"),
    ("Baikonur", 63.3, 45.9, "KAZ"),
    ("Nairobi", 36.8, -1.3, "KEN"),
    ("Amman", 35.9, 31.9, "JOR"),
    ("Bangkok", 100.5, 13.8, "THA"),
    ("Ankara", 32.9, 39.9, "TUR"),
    ("Crimea", 34.1, 44.9, "UKR"),
    ("Donetsk", 37.8, 48.0, "UKR"),
    ("Laayoune", -13.0, 27.1, "ESH"),
    ("northern Cyprus", 33.5, 35.25, "CYP"),
    ("southern Cyprus", 32.9, 34.9, "CYP"),
    ("Hargeisa", 44.1, 9.6, "SOM"),
    ("Pristina", 21.2, 42.7, "SRB"),
    ("Golan", 35.8, 33.0, "SYR"),
    ("Srinagar", 74.8, 34.1, "XJK"),
    ("Aksai Chin", 79.1, 35.0, "XAC"),
    ("Arunachal Pradesh", 94.4, 28.1, "XAP"),
    ("Hala'ib", 35.5, 22.4, "XHT"),
    ("Bi'r Tawil", 33.7, 21.9, "XBT"),
    ("Ilemi", 35.1, 4.8, "XIT"),
    ("Ramallah", 35.2, 31.9, "PSE"),
    ("Chukotka, west of 180 degrees", 178.0, 67.0, "RUS"),
    ("Chukotka, east of 180 degrees", -178.0, 67.5, "RUS"),
    ("Kaliningrad", 21.0, 54.7, "RUS"),
    ("South Pole, nearly", 10.0, -89.9, "ATA"),
]


@pytest.fixture(scope="module")
def features() -> gpd.GeoDataFrame:
    return borders.shapes(SOURCE)


@pytest.fixture(scope="module")
def land(features) -> gpd.GeoDataFrame:
    return borders.borders(features)


@pytest.mark.parametrize("scale", borders.SCALES)
@pytest.mark.parametrize(("place", "lon", "lat", "country"), PLACES, ids=[place[0] for place in PLACES])
def test_a_place_lies_where_the_united_nations_put_it(land, scale, place, lon, lat, country):
    drawn = land[land["scale"] == scale]
    assert list(drawn.loc[drawn.contains(shapely.Point(lon, lat)), "country"]) == [country]


@pytest.mark.parametrize(("lon", "lat"), [(34.4, 31.45), (34.3, 31.35), (34.47, 31.51)])
def test_gaza_lies_in_palestine_at_the_fine_scale(land, lon, lat):
    drawn = land[land["scale"] == "50m"]
    assert list(drawn.loc[drawn.contains(shapely.Point(lon, lat)), "country"]) == ["PSE"]


def test_every_shape_is_valid_and_of_areas_alone(land):
    assert land.is_valid.all()
    assert not land.is_empty.any()
    assert set(land.geom_type) <= {"Polygon", "MultiPolygon"}


def test_a_country_has_one_shape_a_scale(land):
    assert not land.duplicated(["country", "scale"]).any()
    assert dict(land.groupby("scale").size()) == {"110m": 195, "50m": 250}


def test_nothing_leaves_the_map(land):
    west, south, east, north = land.total_bounds
    assert (west, south, east) == (-180, -90, 180)
    assert north < 90


def test_no_edge_runs_from_one_side_of_the_map_to_the_other(land):
    for country, shape in zip(land["country"], land.geometry, strict=True):
        for edges in _longitudes(shape):
            # Antarctica alone is closed along the pole, and there from side to side.
            assert country == "ATA" or np.abs(np.diff(edges)).max() < 180


def test_antarctica_goes_from_side_to_side_at_the_pole_alone(land):
    for shape in land.loc[land["country"] == "ATA", "geometry"]:
        for ring in _rings(shape):
            points = shapely.get_coordinates(ring)
            wide = np.abs(np.diff(points[:, 0])) > 180
            assert (points[:-1][wide, 1] == -90).all()
            assert (points[1:][wide, 1] == -90).all()


def test_only_what_the_antimeridian_cuts_touches_the_edge_of_the_map(land):
    bounds = land.bounds
    edge = land[(bounds["minx"] <= -180) | (bounds["maxx"] >= 180)]
    assert set(edge["country"]) == {"RUS", "ATA", "FJI"}


@pytest.mark.parametrize(("country", "scale"), [("RUS", "110m"), ("RUS", "50m"), ("FJI", "50m")])
def test_a_country_on_the_antimeridian_stands_on_both_sides(land, country, scale):
    shape = land.loc[(land["country"] == country) & (land["scale"] == scale), "geometry"].iloc[0]
    sides = [part.bounds for part in shapely.get_parts(shape)]
    assert any(west == -180 and east < -160 for west, _, east, _ in sides)
    assert any(east == 180 and west > 0 for west, _, east, _ in sides)


@pytest.mark.parametrize("scale", borders.SCALES)
def test_land_on_the_edge_of_the_map_is_the_cut_and_no_stray_line(land, scale):
    """The outline along 180 degrees is as long on both sides, but for one islet of Fiji that ends there (0.026)."""
    for shape in land.loc[(land["scale"] == scale) & land["country"].isin(["RUS", "FJI"]), "geometry"]:
        assert _length_at(shape, -180) == pytest.approx(_length_at(shape, 180), abs=0.03)


def test_uncut_land_keeps_its_area(features, land):
    before = features.assign(area=shapely.area(shapely.make_valid(features.geometry.to_numpy())))
    before = before[~before["country"].isin(["RUS", "FJI", "ATA"])].groupby(["country", "scale"])["area"].sum()
    after = land.assign(area=shapely.area(land.geometry.to_numpy())).set_index(["country", "scale"])["area"]
    assert np.abs(before - after.loc[before.index]).max() < 1e-3


@pytest.mark.parametrize(("west", "east"), [(170, -170), (179.5, -100), (100, -179.9)])
def test_cutting_keeps_the_area_and_the_hole(west, east):
    width = east + 360 - west
    ring = [(west, 0), (east, 0), (east, 40), (west, 40)]
    hole = [(west + width / 4, 10), (west + width / 4, 20), (west + width * 3 / 4 - 360, 20)]
    cut = borders.within_the_map(shapely.Polygon(ring, [hole]))
    assert cut.is_valid
    assert cut.area == pytest.approx(width * 40 - width / 2 * 10 / 2)
    assert cut.bounds == (-180, 0, 180, 40)


def test_land_round_a_pole_is_closed_along_it():
    ring = [(lon, -70) for lon in (-150, -90, -30, 30, 90, 150)]
    cut = borders.within_the_map(shapely.Polygon(ring))
    assert cut.equals(shapely.box(-180, -90, 180, -70))


def test_a_label_stands_on_the_largest_part(features):
    labels = borders.label_points(features).set_index("country")
    assert len(labels) == 250
    assert tuple(labels.loc["PSE"]) == (35.26, 31.94)
    assert tuple(labels.loc["ESP"]) == (-3.55, 40.39)
    assert tuple(labels.loc["KAZ"]) == (67.3, 48.17)


def test_a_file_of_another_make_is_unreadable(tmp_path):
    for scale in borders.SCALES:
        borders.topology(tmp_path, scale).write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    with pytest.raises(borders.Unreadable):
        borders.shapes(tmp_path)


def _rings(shape):
    return [ring for part in shapely.get_parts(shape) for ring in (part.exterior, *part.interiors)]


def _longitudes(shape):
    return [shapely.get_coordinates(ring)[:, 0] for ring in _rings(shape)]


def _length_at(shape, lon):
    length = 0.0
    for ring in _rings(shape):
        points = shapely.get_coordinates(ring)
        on = points[:, 0] == lon
        length += np.abs(np.diff(points[:, 1]))[on[:-1] & on[1:]].sum()
    return length
