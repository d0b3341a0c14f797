"""The map for browsers with WebGL: a bundle for each statement with its one number, names without numbers."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pandas as pd
import pytest

from dashboard import figures
from dashboard.i18n import LANGUAGES, Language
from tests.figures.cases import CASES, Case, listed, rows
from tests.figures.expected import stated
from tests.figures.made import row
from tests.figures.pictures import digits
from tests.figures.test_looks import contrast

MAP = "placements_map"
MAPS = pytest.mark.parametrize("case", [case for case in CASES if case.chart == MAP], ids=str)
IN_2024 = Case(MAP, (("year", 2024),))


@cache
def spec(case: Case, code: str = "en") -> dict[str, Any]:
    return dict(json.loads(figures.placements_map(rows(case, code), Language(code)).to_json()))


def layer(name: str, case: Case, code: str = "en") -> Any:
    return layers(spec(case, code))[name]


def layers(deck: dict[str, Any]) -> dict[str, Any]:
    return {each["id"]: each["data"] for each in deck["layers"]}


def mislabelled(deck: dict[str, Any], rows_: list[Any]) -> list[str]:
    """Bundles without one label with every number of theirs, and numbers or names of no row."""
    placed = [each for each in rows_ if each.mark == "statement" and each.lon is not None]
    bundles = len({tuple(each.hosts) for each in placed})
    labels = layers(deck)["numbers"]
    said = [line for label in labels for line in label["text"].split("\n")]
    wrong = [digits(line.partition("·")[0]) for line in said] != [stated(each) for each in placed]
    places = {tuple(label["position"]) for label in labels}
    faults = ["numbers of others"] * wrong + ["elsewhere"] * ((len(labels), len(places)) != (bundles, bundles))
    names = [label["text"] for label in layers(deck)["names"]]
    return faults + [name for name in names if re.search(r"\d", name)]


@MAPS
def test_the_map_has_one_label_a_bundle_with_every_number_of_it(case: Case) -> None:
    for code in LANGUAGES:
        assert mislabelled(spec(case, code), listed(case, code)) == []
        assert {tuple(line) for line in layer("bundles", case, code)} <= {("path", "width")}


def test_another_number_a_lost_label_and_a_name_with_a_number_are_found() -> None:
    for name, text in (("numbers", "8 together · 2024"), ("names", "Kenya 3")):
        broken = json.loads(json.dumps(spec(IN_2024)))
        layers(broken)[name][0]["text"] = text
        assert mislabelled(broken, listed(IN_2024))
    broken = json.loads(json.dumps(spec(IN_2024)))
    layers(broken)["numbers"].pop()
    assert mislabelled(broken, listed(IN_2024))


@MAPS
def test_the_map_asks_no_other_host_and_has_no_expression_but_on_its_land(case: Case) -> None:
    deck = spec(case, "kk")
    assert deck.get("mapProvider") is None
    assert not re.search(r"https?:|//|mapbox|carto", json.dumps(deck))
    assert layer("land", case, "kk").startswith("/land/")
    for each in deck["layers"]:
        asked = {value.removeprefix("@@=") for value in each.values() if isinstance(value, str) and value[:3] == "@@="}
        assert each["id"] == "land" or all(asked <= known.keys() for known in each["data"])
        assert each.get("fontFamily", "Inter").startswith("Inter")
        assert {each.get(key, "pixels") for key in ("widthUnits", "radiusUnits")} == {"pixels"}
        assert each.get("characterSet", "auto") == "auto"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_seven_of_2024_are_one_number_over_three_countries(code: str) -> None:
    (label,) = layer("numbers", IN_2024, code)
    assert digits(label["text"]) == ["7", "2024"]
    t = Language(code)
    named = {label["text"] for label in layer("names", IN_2024, code)}
    assert named == {t.place(place) for place in ("KAZ", "KEN", "THA", "TUR")}
    assert len([line for line in layer("bundles", IN_2024, code) if line["width"] == 2]) == 3


@pytest.mark.parametrize("year", [2021, 2025])
def test_a_year_without_a_host_has_no_bundle(year: int) -> None:
    case = Case(MAP, (("year", year),))
    assert (layer("numbers", case), layer("bundles", case)) == ([], [])


def test_a_number_for_one_country_is_one_line_with_its_number() -> None:
    there, here = {"lon": 37.9, "lat": 0.5}, {"lon": 67.3, "lat": 48.2}
    df = pd.DataFrame(
        [
            row(1, mark="statement", host=None, hosts=["KEN"], value=3, **there),
            row(2, mark="host", host="KEN", hosts=["KEN"], **there),
            row(3, mark="home", host="KAZ", hosts=[], **here),
        ],
        dtype=object,
    )
    drawn = layers(json.loads(figures.placements_map(df, Language("en")).to_json()))
    assert [label["text"] for label in drawn["numbers"]] == ["3 · 2024"]
    (line,) = drawn["bundles"]
    assert (line["path"][0], line["path"][-1]) == ([67.3, 48.2], [37.9, 0.5])


def test_without_rows_there_is_no_mark() -> None:
    for nothing in (rows(Case(MAP)).iloc[:0], pd.DataFrame()):
        empty = json.loads(figures.placements_map(nothing, Language("ru")).to_json())
        assert [each["data"] for each in empty["layers"] if each["id"] != "land"] == [[], [], [], []]


def test_labels_are_readable() -> None:
    for each in spec(IN_2024)["layers"]:
        if each["@@type"] == "TextLayer":
            ink, box = ("#{:02X}{:02X}{:02X}".format(*each[key][:3]) for key in ("getColor", "getBackgroundColor"))
            assert contrast(ink, box) >= 4.5
