"""The still map: what it says is what the rows say, it shows the places that they name, and no label hides another."""

import re
from functools import cache
from math import dist
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import data
from dashboard.figures import land, style
from dashboard.figures.bundles import places
from dashboard.figures.records import records
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.figures.style import Viewport
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.letters import width
from dashboard.world import world
from tests.figures.on_maps import hidden, lines, pixels

YEARS = (None, 2019, 2020, 2022, 2024, 2025)
# Hosts that no claim names today: on the other side of the world, with long names, close together, a single one.
HOSTS = ("BRA-NZL-KEN", "BRA-NZL-COD-PRK-LAO", "FJI", "UZB-KGZ-TJK+GEO-ARM-AZE", "JOR-KEN-THA-TUR+USA-WSM+KGZ")
FILES = [Viewport(*size, measure=width, languages=tuple(LANGUAGES)) for size in ((290, 290), (540, 960), (1000, 560))]
CASES = [*YEARS, *HOSTS]

Case = int | str | None


@cache
def rows(case: Case) -> pd.DataFrame:
    """The rows of a year, or of hosts that nobody named: groups joined by +, each with a number of its own."""
    return made(case) if isinstance(case, str) else data.query("placements_map", year=case)


def made(groups: str) -> pd.DataFrame:
    real = data.query("placements_map", year=None)
    row = dict.fromkeys(real.columns) | {"hosts": [], "claims": [], "sources": []}
    example = real[real["mark"] == "statement"].iloc[-1].to_dict()
    statements = []
    for number, group in enumerate(groups.split("+"), start=3):
        hosts = group.split("-")
        lon, lat = (sum(degrees(code)[way] for code in hosts) / len(hosts) for way in (0, 1))
        said = {"value": float(number), "hosts": hosts, "claims": [f"MADE-{number}"], "place": number}
        statements.append(example | said | {"lon": lon, "lat": lat})
    codes = dict.fromkeys(re.findall(r"[A-Z]{3}", groups))
    named = [
        row | {"mark": "host", "host": code} | dict(zip(("lon", "lat"), degrees(code), strict=True)) for code in codes
    ]
    home = real[real["mark"] == "home"].to_dict("records")
    return pd.DataFrame([*statements, *named, *home], columns=real.columns, dtype=object)


@cache
def degrees(code: str) -> tuple[float, float]:
    found = data._connection().cursor().execute("SELECT lon, lat FROM countries WHERE country = ?", [code]).fetchone()
    assert found is not None
    return found


@cache
def drawn(case: Case, code: str, room: Viewport) -> dict[str, Any]:
    """The figure as it travels to the browser."""
    return dict(placements_map_still(rows(case), Language(code), world(), room, apart=room == PAGE).to_plotly_json())


def labels(case: Case, code: str, room: Viewport, numbers: bool) -> list[dict[str, Any]]:
    """The numbers, which have a frame, or the names."""
    return [note for note in drawn(case, code, room)["layout"]["annotations"] if ("bordercolor" in note) == numbers]


def paths(case: Case, room: Viewport, dashed: bool) -> list[list[tuple[float, float]]]:
    """The lines of the branches, which are dashed, or the trunks and arcs, from end to end."""
    found: list[list[tuple[float, float]]] = []
    for trace in drawn(case, "en", room)["data"]:
        if trace["mode"] == "lines" and "fill" not in trace and ("dash" in trace["line"]) == dashed:
            *points, _ = zip(trace["x"], trace["y"], strict=True)
            parts: list[list[tuple[float, float]]] = [[]]
            for point in points:
                parts.append([]) if point[0] is None else parts[-1].append(point)
            found += parts
    return found


def marked(case: Case, mark: str) -> list[Any]:
    return [row for row in rows(case).itertuples() if row.mark == mark and row.lon is not None]


ROOMS = pytest.mark.parametrize("room", [PAGE, *FILES], ids=["page", "small", "tall", "wide"])
# The small one has no place for every label; a figure says so in its `meta`.
LARGE = pytest.mark.parametrize("room", [PAGE, *FILES[1:]], ids=["page", "tall", "wide"])


@ROOMS
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_no_label_hides_another_a_point_or_the_edge(case: Case, code: str, room: Viewport) -> None:
    for wide in (330, 480, 1240) if room == PAGE else (room.width,):
        assert hidden(drawn(case, code, room), (wide, room.height)) == []


def test_a_label_on_another_is_found() -> None:
    figure = drawn(2024, "en", PAGE)
    notes = figure["layout"]["annotations"]
    moved = figure | {"layout": figure["layout"] | {"annotations": [*notes, notes[0]]}}
    assert hidden(moved, (330, 440)) == [f"{notes[0]['text']} | {notes[0]['text']}"]


@LARGE
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", YEARS)
def test_every_place_has_its_name(case: Case, code: str, room: Viewport) -> None:
    named = [" ".join(lines(note["text"])) for note in labels(case, code, room, numbers=False)]
    places = [*marked(case, "host"), *marked(case, "home")]
    assert sorted(named) == sorted(Language(code).place(row.host) for row in places)


@LARGE
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("case", CASES)
def test_every_bundle_has_one_label_with_every_number_of_it(case: Case, code: str, room: Viewport) -> None:
    """The newest first; a number that the next statement repeats is said once."""
    bundles: dict[tuple[str, ...], list[Any]] = {}
    for row in marked(case, "statement"):
        bundles.setdefault(tuple(row.hosts), []).append(row)
    ordered = sorted(bundles.values(), key=lambda rows: all(row.role != "newest" for row in rows))
    found = labels(case, code, room, numbers=True)
    assert [note["name"].split() for note in found] == [[c for row in b for c in row.claims] for b in ordered]
    for note, members in zip(found, ordered, strict=True):
        text, t = " ".join(lines(note["text"])), Language(code)
        for row, before in zip(members, [None, *members], strict=False):
            again = before is not None and (before.value, before.qualifier) == (row.value, row.qualifier)
            whole = said(t, row)
            part = whole.partition(" · ")[2] if again else whole
            assert text.startswith(part)
            text = text.removeprefix(part).strip()
        assert text == ""


def said(t: Language, row: Any) -> str:
    period = t.period(row.period_from, row.period_to, row.from_precision, row.to_precision)
    number = t.qualified(row.value, row.qualifier)
    if len(row.hosts) == 1:
        return f"{number} · {period}"
    return t("{number} together · {period}", number=number, period=period)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_seven_of_2024_are_one_number_over_three_countries(code: str) -> None:
    (label,) = labels(2024, code, PAGE, numbers=True)
    assert re.findall(r"\d+", label["text"]) == ["7", "2024"]
    assert (len(paths(2024, PAGE, dashed=True)), len(paths(2024, PAGE, dashed=False))) == (3, 1)


@ROOMS
def test_a_trunk_parts_before_halfway_and_each_branch_ends_at_a_host(room: Viewport) -> None:
    """From Kazakhstan south to Kenya are about 3,000 units: the trunk is a sixth of that, about 490."""
    (trunk,), branches = paths(2024, room, dashed=False), paths(2024, room, dashed=True)
    home, *hosts = (place.point for place in places(records(rows(2024)), world().place))
    assert trunk[0] == pytest.approx(home, abs=1)
    assert {branch[0] for branch in branches} == {trunk[-1]}
    assert 400 < dist(trunk[0], trunk[-1]) < 600
    ends = sorted(branch[-1] for branch in branches)
    assert [each == pytest.approx(host, abs=1) for each, host in zip(ends, sorted(hosts), strict=True)] == [True] * 3


def test_two_trunks_leave_kazakhstan_apart() -> None:
    """36 degrees lie between them, so their ends are half as far from one another as each is from Kazakhstan."""
    one, other = paths(None, PAGE, dashed=False)
    assert dist(one[-1], other[-1]) > 0.55 * dist(one[0], one[-1])


def test_the_bundle_of_the_newest_statement_is_the_darker_one() -> None:
    looks = [trace["line"] for trace in drawn(None, "en", PAGE)["data"] if "dash" in trace.get("line", {})]
    assert [look["color"] for look in looks] == [style.PALE_BLUE, style.BLUE]
    assert {look["line"]["color"] for look in drawn(2022, "en", PAGE)["data"][1:-1]} == {style.BLUE}


def test_over_all_years_there_are_two_bundles() -> None:
    assert len(labels(None, "en", PAGE, numbers=True)) == 2


@pytest.mark.parametrize("year", [2020, 2025])
def test_a_year_without_a_host_has_no_bundle(year: int) -> None:
    _, points = drawn(year, "en", PAGE)["data"]
    assert len(points["x"]) == 1


def test_a_number_for_one_country_is_one_line_with_its_number() -> None:
    (label,) = labels("FJI", "en", PAGE, numbers=True)
    assert label["text"].startswith("<b>3 · ")
    assert (len(paths("FJI", PAGE, dashed=True)), len(paths("FJI", PAGE, dashed=False))) == (0, 1)


@pytest.mark.parametrize("room", [PAGE, FILES[1]], ids=["page", "file"])
@pytest.mark.parametrize("case", CASES)
def test_no_place_and_no_line_has_a_number(case: Case, room: Viewport) -> None:
    assert [trace for trace in drawn(case, "en", room)["data"] if "text" in trace] == []
    names = [note["text"] for note in labels(case, "en", room, numbers=False)]
    assert [name for name in names if re.search(r"\d", name)] == []


@pytest.mark.parametrize("case", YEARS)
def test_a_host_can_be_traced_to_the_claims_that_name_it(case: Case) -> None:
    ids = drawn(case, "en", PAGE)["data"][-1]["customdata"]
    assert sorted(filter(None, ids)) == sorted(" ".join(row.claims) for row in marked(case, "host"))
    assert {each for text in ids for each in text.split()} <= set(data.query("claims")["claim"])


@ROOMS
@pytest.mark.parametrize("case", CASES)
def test_the_same_part_of_the_map_is_shown_in_every_language(case: Case, room: Viewport) -> None:
    shown = [drawn(case, code, room)["layout"] for code in LANGUAGES]
    assert len({(*each["xaxis"]["range"], *each["yaxis"]["range"]) for each in shown}) == 1


@ROOMS
@pytest.mark.parametrize("case", CASES)
def test_kazakhstan_whole_and_all_that_is_marked_are_in_the_picture(case: Case, room: Viewport) -> None:
    figure = drawn(case, "en", room)
    pixel = pixels(figure, (room.width, room.height))
    points = [*zip(figure["data"][-1]["x"], figure["data"][-1]["y"], strict=True)]
    points += [point for ring in world().rings["KAZ"] for point in ring]
    assert all(0 <= x <= room.width and 0 <= y <= room.height for x, y in (pixel(*point) for point in points))


def test_a_page_fetches_its_land_from_us_and_a_file_holds_it() -> None:
    page, file = drawn(None, "en", PAGE), drawn(None, "en", FILES[2])
    (picture,) = page["layout"]["images"]
    assert picture["source"] == land.address(world())
    assert re.fullmatch(r"/land/110m-[0-9a-f]{12}\.svg", picture["source"])
    assert file["layout"]["images"] == []
    assert [trace["fillcolor"] for trace in file["data"][:3]] == [land.COUNTRIES, land.UNDETERMINED, land.AT_HOME]
    assert [trace["fillcolor"] for trace in page["data"] if "fill" in trace] == [land.HOSTS]
    assert not re.search(r"https?:|//", str(file))


def test_the_land_of_a_file_is_that_of_its_window() -> None:
    near, far = (drawn(case, "en", FILES[2])["data"][0] for case in (2024, "BRA-NZL-KEN"))
    brazil = world().rings["BRA"][0][0]
    assert brazil not in list(zip(near["x"], near["y"], strict=True))
    assert brazil in list(zip(far["x"], far["y"], strict=True))


@pytest.mark.parametrize("room", [PAGE, FILES[0]], ids=["page", "file"])
def test_the_map_is_one_that_plotly_takes(room: Viewport) -> None:
    for case in CASES:
        go.Figure(drawn(case, "kk", room))


def test_without_rows_there_is_no_mark() -> None:
    for nothing in (rows(None).iloc[:0], pd.DataFrame()):
        figure = placements_map_still(nothing, Language("ru"), world(), PAGE, apart=True).to_plotly_json()
        assert (figure["data"], figure["layout"]["annotations"]) == ([], [])
