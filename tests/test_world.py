"""The land on the flat map: in its place, as large as it is, in whole units, and undetermined areas in no country."""

import re
from itertools import pairwise

import pytest

from dashboard.figures import land
from dashboard.world import UNIT, Ring, World, world

UNDETERMINED = {"XJK", "XAC", "XAP", "XHT", "XBT", "XIT"}
# Square kilometres, lakes included.
AREAS = {"KAZ": 2_724_900, "GRL": 2_166_086, "BRA": 8_515_770, "KEN": 580_367, "RUS": 17_098_242}


@pytest.fixture(scope="module", params=["110m", "50m"])
def flat(request: pytest.FixtureRequest) -> World:
    return world(request.param)


def area(rings: list[Ring]) -> float:
    """Square kilometres: a ring round a hole runs the other way."""
    halves = (ax * by - bx * ay for ring in rings for (ax, ay), (bx, by) in pairwise(ring))
    return abs(sum(halves)) / 2 * (UNIT / 1000) ** 2


def holds(rings: list[Ring], point: tuple[float, float]) -> bool:
    """Whether a ray to the east crosses the rings an odd number of times."""
    x, y = point
    sides = [(a, b) for ring in rings for a, b in pairwise(ring) if (a[1] > y) != (b[1] > y)]
    return sum(x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in sides) % 2 == 1


def test_the_middle_of_the_map_lies_where_it_is_said_to(flat: World) -> None:
    """Half way round from the cut at 141 degrees west, on the equator; Equal Earth is 34,488 km wide there."""
    assert flat.place(39, 0) == pytest.approx((flat.width / 2, flat.height / 2), abs=1)
    assert flat.width * UNIT / 1000 == pytest.approx(34_488, abs=3)


def test_west_of_the_cut_follows_in_the_far_east(flat: World) -> None:
    assert flat.place(-140.9, 0)[0] < 10
    assert flat.place(-141.1, 0)[0] > flat.width - 10
    assert flat.place(-175, -21)[0] > flat.place(178, -18)[0], "Tonga lies east of Fiji"


@pytest.mark.parametrize(
    ("lon", "lat", "country"),
    [
        (71.4, 51.1, "KAZ"),
        (36.8, -1.3, "KEN"),
        (100.5, 13.8, "THA"),
        (34.1, 44.9, "UKR"),
        (178.0, 67.0, "RUS"),
        (-175.0, 67.0, "RUS"),
        (79.1, 35.0, "XAC"),
        (-155.0, 65.0, "USA"),
        (-100.0, 40.0, "USA"),
    ],
)
def test_a_place_lies_in_its_country(flat: World, lon: float, lat: float, country: str) -> None:
    point = flat.place(lon, lat)
    assert [code for code, rings in flat.rings.items() if holds(rings, point)] == [country]


@pytest.mark.parametrize("country", AREAS)
def test_a_country_is_as_large_as_it_is(flat: World, country: str) -> None:
    assert area(flat.rings[country]) == pytest.approx(AREAS[country], rel=0.04)


def test_all_land_lies_on_the_map_in_whole_units(flat: World) -> None:
    points = [point for rings in flat.rings.values() for ring in rings for point in ring]
    assert {type(part) for point in points for part in point} == {int}
    assert all(0 <= x <= flat.width and 0 <= y <= flat.height for x, y in points)
    assert [ring for rings in flat.rings.values() for ring in rings if ring[0] != ring[-1]] == []


def test_no_line_runs_over_the_map(flat: World) -> None:
    """The longest is the border along the 49th parallel. Only the ice of the Antarctic touches the edges of the map."""
    sides = [side for code, rings in flat.rings.items() if code != "ATA" for ring in rings for side in pairwise(ring)]
    assert max(abs(a[0] - b[0]) for a, b in sides) < flat.width / 12


def test_undetermined_areas_have_a_colour_of_their_own() -> None:
    flat = world()
    assert {code for code in flat.rings if code[0] == "X"} == UNDETERMINED
    paths = dict(re.findall(r'<path fill="([^"]+)" d="([^"]*)"', land.picture(flat).decode()))
    assert list(paths) == [land.COUNTRIES, land.UNDETERMINED, land.AT_HOME]
    for code, fill in (("XJK", land.UNDETERMINED), ("KAZ", land.AT_HOME), ("KEN", land.COUNTRIES)):
        x, y = flat.rings[code][0][0]
        assert [colour for colour, path in paths.items() if f"M{x},{y}l" in path] == [fill]


def test_the_picture_asks_for_nothing() -> None:
    drawn = land.picture(world()).decode()
    assert re.findall(r"https?://[^\"]+", drawn) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in drawn and "href" not in drawn


def test_the_picture_has_an_address_of_its_own() -> None:
    assert land.address(world("110m")) != land.address(world("50m"))
