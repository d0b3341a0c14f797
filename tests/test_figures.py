"""Figures: what is drawn is what the rows say, traced to them, to a scale of its own, and told without colour too."""

import json
import re
from collections import defaultdict
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go
import pytest

from dashboard import data, figures
from dashboard.catalog import EVERY_CHART, FORMULAS, MEASURES, REGISTER_CHARTS, STATUSES
from dashboard.figures import findings, style
from dashboard.i18n import LANGUAGES, Language

MAP = "placements_map"
# The map of the register and its matrix are drawn in other ways: tests/register/test_map.py and test_matrix.py.
APART = {MAP, "register_map", "register_by_host_and_agency"}
YEARS = (None, 2022, 2024, 2021, 2025)
# Of the release that was counted by hand: all years, one with withheld numbers, one in which nobody was sent.
REGISTER_YEARS = (None, 2024, 2021)


def years(name: str) -> tuple[int | None, ...]:
    if "year" not in EVERY_CHART[name].parameters:
        return (None,)
    return REGISTER_YEARS if name in REGISTER_CHARTS else YEARS


CASES = [(name, code, year) for name in EVERY_CHART for code in LANGUAGES for year in years(name)]
CHART_CASES = [case for case in CASES if case[0] not in APART]
MAP_CASES = [case for case in CASES if case[0] == MAP]
RANGES = {"placements_by_country", "placements_by_agency"}
# What these hold has no common scale: it is listed.
LISTED = {
    "bilateral_volunteers",
    "government_contributions",
    "organisations_by_region",
    "placements_background",
    "placements_claims",
    "programmes_at_home",
    "register_and_claims",
    "un_volunteers_by_origin",
    "un_volunteers_in_host_countries",
    "un_volunteers_makeup",
    "volunteering_worldwide",
    "volunteers_by_region",
}
# A whole and its parts, of one kind and period, have one scale.
PARTS = {"placements": "candidates", "national_un_volunteers": "un_volunteers", "other_un_volunteers": "un_volunteers"}
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PAGES = ("#FFFFFF", "#0C1B22")

pytestmark = pytest.mark.usefixtures("registered")


class Mark(NamedTuple):
    """One number that is drawn: its words, its ids, and the length and look of its bar, where it has one."""

    text: str
    ids: str
    length: float | None = None
    axis: str = ""
    look: tuple[str, str] = ("", "")


@cache
def rows(name: str, code: str = "en", year: int | None = None) -> pd.DataFrame:
    values: dict[str, Any] = {"lang": code, "year": year}
    return data.query(name, **{key: value for key, value in values.items() if key in data.parameters(name)})


def disputable() -> list[str]:
    """Charts whose rows can be of a dispute; their columns are the same with a register and without."""
    with data.connect() as connection:
        return [name for name in sorted(EVERY_CHART) if name != MAP and "dispute" in data.run(connection, name, {})]


DISPUTABLE = disputable()


@cache
def figure(name: str, code: str = "en", year: int | None = None) -> Any:
    return getattr(figures, name)(rows(name, code, year), Language(code))


def parts(name: str, code: str = "en", year: int | None = None) -> tuple[list[dict], list[dict]]:
    """Traces and annotations, as they travel to the browser."""
    drawn = figure(name, code, year).to_plotly_json()
    return drawn["data"], drawn["layout"].get("annotations", [])


def marks(name: str, code: str = "en", year: int | None = None) -> list[Mark]:
    """Every number drawn, in the order of the rows: at the ends of bars and ranges, or in the column of a list."""
    traces, notes = parts(name, code, year)
    found = [mark for trace in traces for mark in ended(trace)]
    return found or [Mark(note["text"], note["name"]) for note in notes if note["xanchor"] == "right"]


def ended(trace: dict) -> list[Mark]:
    texts = trace.get("text", [])
    if trace.get("mode") == "markers+text":  # the number of a bar, put beside that of another
        return []
    if trace["type"] != "bar":
        return [Mark(text, ids) for text, ids in zip(texts, trace["customdata"], strict=bool(texts)) if text]
    lengths = trace["x"] if trace.get("orientation") == "h" else trace["y"]
    shapes = trace["marker"].get("pattern", {}).get("shape", [""] * len(texts))
    colours = trace["marker"]["color"]
    looks = zip([colours] * len(texts) if isinstance(colours, str) else colours, shapes, strict=True)
    columns = zip(texts, trace["customdata"], lengths, looks, strict=True)
    return [Mark(text, ids, length, trace["xaxis"], look) for text, ids, length, look in columns]


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", " ", text)


def digits(text: str) -> list[str]:
    """The numbers in a text without their separators: 12,840 and 12 840 are 12840, 34.5 and 34,5 are 345."""
    return [re.sub(r"\D", "", number) for number in re.findall(r"\d(?:[\d\u00a0.,]*\d)?", plain(text))]


def stated(row: Any) -> list[str]:
    """The numbers of a row, as digits() gives them."""
    ends = [row.value] if row.value is not None else [getattr(row, "low", None), getattr(row, "high", None)]
    return [f"{abs(end):.2f}".rstrip("0").replace(".", "") for end in ends if end is not None]


@pytest.mark.parametrize(("name", "code", "year"), CHART_CASES)
def test_a_figure_is_one_that_plotly_takes(name: str, code: str, year: int | None) -> None:
    go.Figure(figure(name, code, year).to_plotly_json())


@pytest.mark.parametrize(("name", "code", "year"), CHART_CASES)
def test_every_number_drawn_is_that_of_its_row(name: str, code: str, year: int | None) -> None:
    drawn = marks(name, code, year)
    listed = list(rows(name, code, year).itertuples())
    assert [(mark.ids, digits(mark.text)) for mark in drawn] == [(style.ids(row), stated(row)) for row in listed]


@pytest.mark.parametrize(("name", "code", "year"), CHART_CASES)
def test_every_row_says_its_qualifier_or_why_it_has_no_number(name: str, code: str, year: int | None) -> None:
    t = Language(code)
    for mark, row in zip(marks(name, code, year), rows(name, code, year).itertuples(), strict=True):
        if row.value is not None and getattr(row, "measure", "") != "agreement_year":
            unit = MEASURES[row.measure].unit if hasattr(row, "measure") else "persons"
            assert t.qualified(row.value, row.qualifier, unit) in plain(mark.text)
        elif not stated(row):
            why = f"× {t('withheld')}" if row.status == "Q" else t(STATUSES[row.status].title).lower()
            assert why in plain(mark.text)


@pytest.mark.parametrize("name", sorted(set(EVERY_CHART) - RANGES - LISTED - APART))
def test_a_bar_is_as_long_as_its_number(name: str) -> None:
    """A gap and a fall have no length."""
    lengths = [mark.length for mark in marks(name)]
    assert lengths == [max(row.value or 0, 0) for row in rows(name).itertuples()]
    assert any(lengths)


@pytest.mark.parametrize("name", sorted(LISTED))
def test_what_has_no_common_scale_is_listed(name: str) -> None:
    assert not any(mark.length for mark in marks(name))


@pytest.mark.parametrize("name", sorted(RANGES))
@pytest.mark.parametrize("year", YEARS)
def test_a_range_runs_from_the_least_to_the_most(name: str, year: int | None) -> None:
    for trace, row in zip(parts(name, "en", year)[0], rows(name, "en", year).itertuples(), strict=True):
        bounds = [end for end in (row.low, row.high) if end is not None]
        assert trace["x"] == (bounds or [0])
        assert trace["marker"]["opacity"] == bool(bounds)


@pytest.mark.parametrize(("name", "code", "year"), CHART_CASES)
def test_everything_drawn_that_holds_a_number_names_its_claims(name: str, code: str, year: int | None) -> None:
    traces, notes = parts(name, code, year)
    assert [mark for mark in marks(name, code, year) if digits(mark.text) and not mark.ids] == []
    assert [trace for trace in traces if len(trace["customdata"]) != len(trace["y"])] == []
    untraced = [plain(note["text"]) for note in notes if not note.get("name")]
    assert [text for text in untraced if re.search(r"\d", YEAR.sub("", text).replace("COVID-19", ""))] == []


@pytest.mark.parametrize("name", sorted(EVERY_CHART))
def test_every_id_drawn_is_one_of_a_claim_a_formula_or_the_release_of_the_register(name: str) -> None:
    known = {*data.query("claims")["claim"], *FORMULAS, data.register.current()}
    assert {each for row in rows(name).itertuples() for each in style.ids(row).split()} <= known


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_bar_is_as_wide_as_its_period(code: str) -> None:
    bars = [trace for trace in parts("placements_by_year", code)[0] if trace["type"] == "bar"]
    for bar, row in zip(bars, rows("placements_by_year").itertuples(), strict=True):
        days = (row.period_to - row.period_from).days + 1
        assert bar["width"] == [pytest.approx(days * 86_400_000 * 0.985)]
        middle, half = pd.Timestamp(bar["x"][0]), timedelta(days=days * 0.985 / 2)
        assert pd.Timestamp(row.period_from) <= middle - half + timedelta(days=1)
        assert middle + half <= pd.Timestamp(row.period_to) + timedelta(days=1)


@pytest.mark.parametrize("name", sorted(set(EVERY_CHART) - RANGES - LISTED - APART))
def test_no_two_measures_or_kinds_share_an_axis(name: str) -> None:
    axes = defaultdict(set)
    for mark, row in zip(marks(name), rows(name).itertuples(), strict=True):
        axes[mark.axis].add((PARTS.get(row.measure, row.measure), row.kind))
    assert [members for members in axes.values() if len(members) > 1] == []


def test_nine_and_eight_are_both_drawn_over_the_same_years() -> None:
    name = "placements_by_year"
    sides = [mark for mark, row in zip(marks(name), rows(name).itertuples(), strict=True) if row.dispute]
    assert sorted(mark.length or 0 for mark in sides) == [8, 9]
    traces = [trace for trace in parts(name)[0] if trace["customdata"][0] in {mark.ids for mark in sides}]
    assert len({(bar["x"][0], bar["width"][0]) for bar in traces if bar["type"] == "bar"}) == 1
    # Their numbers stand side by side, that of the highest over its bar and the other inside its own.
    numbers = [trace for trace in traces if trace.get("mode") == "markers+text"]
    said = [(plain(each["text"][0]).strip(), each["y"], each["textposition"]) for each in numbers]
    assert sorted(said) == [("8", [8], "bottom center"), ("9", [9], "top center")]
    assert len({each["x"][0] for each in numbers}) == 2


def test_a_year_is_as_wide_in_one_panel_as_in_the_other() -> None:
    """2025 stands alone in the second panel, beside five years in the first."""
    layout = figure("placements_by_year").to_plotly_json()["layout"]
    widths = []
    for axis in ("xaxis", "xaxis2"):
        first, last = (pd.Timestamp(day) for day in layout[axis]["range"])
        left, right = layout[axis]["domain"]
        widths.append((right - left) * timedelta(days=365.25) / (last - first))
    assert widths[0] == pytest.approx(widths[1], rel=2e-3)
    assert (layout["xaxis"]["ticktext"][-1], layout["xaxis2"]["ticktext"]) == ("2024", ["2025"])


@pytest.mark.parametrize("name", DISPUTABLE)
def test_both_sides_of_a_dispute_are_drawn(name: str) -> None:
    sides = defaultdict(list)
    for mark, row in zip(marks(name), rows(name).itertuples(), strict=True):
        if row.dispute:
            sides[row.dispute].append(mark.text)
    assert [group for group, texts in sides.items() if len(texts) < 2] == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", DISPUTABLE)
def test_a_dispute_is_said_in_words_where_it_is_drawn(name: str, code: str) -> None:
    """At each row; where bars stand close, once above them all."""
    disputed = {style.ids(row) for row in rows(name, code).itertuples() if row.dispute}
    words = Language(code)("sources differ")
    said = {note.get("name", "") for note in parts(name, code)[1] if words in " ".join(plain(note["text"]).split())}
    assert disputed <= said or (name == "placements_by_year" and said)


USUAL = {
    "measure": "organisations_at_home",
    "value": None,
    "qualifier": "exact",
    "kind": "stock",
    "period_from": date(2024, 1, 1),
    "period_to": date(2024, 12, 31),
    "from_precision": "year",
    "to_precision": "year",
    "dispute": None,
    "said_by": "minister",
    "status": "A",
    "claims": ["MADE"],
}


def made(*changes: dict[str, Any]) -> pd.DataFrame:
    """Rows that nobody published yet."""
    return pd.DataFrame([USUAL | change for change in changes], dtype=object)


def texts(name: str, df: pd.DataFrame, code: str) -> list[str]:
    drawn = getattr(figures, name)(df, Language(code)).to_plotly_json()["data"]
    return [plain(mark.text).strip() for trace in drawn for mark in ended(trace)]


@pytest.mark.parametrize("code", LANGUAGES)
def test_zero_and_every_kind_of_no_number_read_differently(code: str) -> None:
    nothing = [{"status": status} for status in ("O", "M", "Q", "K")]
    said = texts("organisations_at_home_by_year", made({"value": 0}, *nothing), code)
    assert said[0] == "0"
    assert len(set(said)) == len(said)
    assert [text for text in said[1:] if digits(text)] == []


def test_a_fall_has_its_number_and_no_length() -> None:
    df = made({"value": -5.0, "measure": "growth_pct", "world_region": "AFR"})
    drawn = figures.un_volunteers_growth_by_region(df, Language("en")).to_plotly_json()["data"]
    assert [(mark.length, plain(mark.text).strip()) for mark in ended(drawn[0])] == [(0, "\N{MINUS SIGN}5%")]


@pytest.mark.parametrize(
    ("low", "high", "value", "words"), [(1, None, None, "1 or more"), (1, 5, None, "1 to 5"), (3, 3, 3, "3")]
)
def test_a_range_says_its_ends(low: int, high: int | None, value: int | None, words: str) -> None:
    row = {"value": value, "low": low, "high": high, "total": 7, "places": 3, "host": "KEN", "formula": "bounds"}
    df = made(row).drop(columns="measure")
    assert texts("placements_by_country", df, "en") == [words]
    (line,) = figures.placements_by_country(df, Language("en")).to_plotly_json()["data"]
    assert line["x"] == [end for end in (low, high) if end is not None]
    assert ("triangle-right" in line["marker"]["symbol"]) == (high is None)


def test_a_number_for_one_country_is_one_line_with_its_number() -> None:
    there, here = {"lon": 37.9, "lat": 0.5}, {"lon": 67.3, "lat": 48.2}
    df = made(
        {"mark": "statement", "host": None, "hosts": ["KEN"], "value": 3} | there,
        {"mark": "host", "host": "KEN", "hosts": ["KEN"]} | there,
        {"mark": "home", "host": "KAZ", "hosts": []} | here,
    )
    layers = {
        each["id"]: each["data"] for each in json.loads(figures.placements_map(df, Language("en")).to_json())["layers"]
    }
    assert [label["text"] for label in layers["numbers"]] == ["3 · 2024"]
    assert [line["path"] for line in layers["bundles"]] == [[[67.3, 48.2], [37.9, 0.5]]]


def test_missing_years_are_gaps_without_a_bar() -> None:
    name = "un_volunteers_worldwide_by_year"
    gaps = [mark for mark, row in zip(marks(name), rows(name).itertuples(), strict=True) if row.status == "O"]
    assert len(gaps) >= 4
    assert {(mark.length, plain(mark.text).strip()) for mark in gaps} == {(0, "not published")}


def test_no_line_joins_two_rows() -> None:
    for name in sorted(set(EVERY_CHART) - APART):
        lines = [trace for trace in parts(name)[0] if "lines" in trace.get("mode", "")]
        assert [trace for trace in lines if any(one != other for one, other in pairwise(trace["y"]))] == []


@pytest.mark.parametrize("name", sorted(set(EVERY_CHART) - APART))
def test_without_rows_there_is_a_figure_without_marks(name: str) -> None:
    for nothing in (rows(name).iloc[:0], pd.DataFrame()):
        empty = go.Figure(getattr(figures, name)(nothing, Language("kk")).to_plotly_json())
        assert len(empty.data) == 0


@pytest.mark.parametrize(("name", "code", "year"), CASES)
def test_the_text_alternative_says_every_number_the_dispute_and_the_caveat(
    name: str, code: str, year: int | None
) -> None:
    t = Language(code)
    df = rows(name, code, year)
    said = findings.alt(t, "TITLE", "CAVEAT", df)
    numbers = digits(said)
    shown = [row for row in df.itertuples() if getattr(row, "mark", "statement") == "statement"]
    assert said.startswith("TITLE. ") and said.endswith(" CAVEAT")
    assert {end for row in shown for end in stated(row)} <= set(numbers)
    assert (t("sources differ") in said) == any(getattr(row, "dispute", None) for row in shown)


def luminance(colour: str) -> float:
    parts_ = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts_]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [style.BLUE, style.GOLD, style.GREY])
@pytest.mark.parametrize("page", PAGES)
def test_colours_stand_out_on_the_light_and_the_dark_page(colour: str, page: str) -> None:
    assert contrast(colour, page) >= 3


def state(row: Any) -> str:
    return "derived" if row.status == "E" else "exact" if row.qualifier == "exact" else "qualified"


def test_exact_qualified_and_derived_bars_look_different_without_colour() -> None:
    looks = defaultdict(set)
    for name in sorted(set(EVERY_CHART) - RANGES - LISTED - APART - {"placements_by_year"}):
        for mark, row in zip(marks(name), rows(name).itertuples(), strict=True):
            if mark.length:
                fill, pattern = mark.look
                looks[state(row)].add((fill.rpartition(",")[2].rstrip(")") if "," in fill else "full", pattern))
    assert looks == {"exact": {("full", "")}, "qualified": {("0.45", "")}, "derived": {("full", "/")}}


def spec(code: str = "en", year: int | None = None) -> dict:
    return dict(json.loads(figure(MAP, code, year).to_json()))


def layer(name: str, code: str = "en", year: int | None = None) -> Any:
    return next(layer["data"] for layer in spec(code, year)["layers"] if layer["id"] == name)


@pytest.mark.parametrize(("name", "code", "year"), MAP_CASES)
def test_the_map_asks_no_other_host(name: str, code: str, year: int | None) -> None:
    text = json.dumps(spec(code, year))
    assert figure(name, code, year).map_provider is None
    assert spec(code, year).get("mapProvider") is None
    assert not re.search(r"https?:|//|mapbox|carto", text)
    assert layer("land", code, year).startswith("/land/")


@pytest.mark.parametrize(("name", "code", "year"), MAP_CASES)
def test_a_constant_of_the_map_is_no_expression(name: str, code: str, year: int | None) -> None:
    for each in spec(code, year)["layers"]:
        asked = {value.removeprefix("@@=") for value in each.values() if isinstance(value, str) and value[:3] == "@@="}
        assert each["id"] == "land" or all(asked <= row.keys() for row in each["data"])
        assert each.get("fontFamily", "Inter").startswith("Inter")
        assert {each.get(key, "pixels") for key in ("widthUnits", "radiusUnits")} == {"pixels"}
        assert each.get("characterSet", "auto") == "auto"


@pytest.mark.parametrize(("name", "code", "year"), MAP_CASES)
def test_the_map_has_one_label_a_bundle_with_every_number_of_it(name: str, code: str, year: int | None) -> None:
    df = rows(name, code, year)
    placed = [row for row in df.itertuples() if row.mark == "statement" and row.lon is not None]
    labels = layer("numbers", code, year)
    assert [label["position"] for label in labels] == [
        list(pair) for pair in dict.fromkeys((r.lon, r.lat) for r in placed)
    ]
    lines = [line for label in labels for line in label["text"].split("\n")]
    assert [digits(line.partition("·")[0]) for line in lines] == [stated(row) for row in placed]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_seven_of_2024_are_one_number_over_three_countries(code: str) -> None:
    labels = layer("numbers", code, 2024)
    assert len(labels) == 1
    assert digits(labels[0]["text"]) == ["7", "2024"]
    t = Language(code)
    named = {label["text"] for label in layer("names", code, 2024)}
    assert named == {t.place(place) for place in ("KAZ", "KEN", "THA", "TUR")}
    assert len([line for line in layer("bundles", code, 2024) if line["width"] == 2]) == 3


@pytest.mark.parametrize(("name", "code", "year"), MAP_CASES)
def test_no_host_of_the_map_has_a_number(name: str, code: str, year: int | None) -> None:
    assert [label["text"] for label in layer("names", code, year) if re.search(r"\d", label["text"])] == []
    assert {tuple(line) for line in layer("bundles", code, year)} <= {("path", "width")}


def test_over_all_years_there_are_two_bundles() -> None:
    assert len(layer("numbers")) == 2


@pytest.mark.parametrize("year", [2021, 2025])
def test_a_year_without_a_host_has_no_bundle(year: int) -> None:
    assert (layer("numbers", "en", year), layer("bundles", "en", year)) == ([], [])


def test_the_map_without_rows_has_no_mark() -> None:
    for nothing in (rows(MAP).iloc[:0], pd.DataFrame()):
        empty = json.loads(figures.placements_map(nothing, Language("ru")).to_json())
        assert [each["data"] for each in empty["layers"] if each["id"] != "land"] == [[], [], [], []]


def test_labels_of_the_map_are_readable() -> None:
    for each in spec()["layers"]:
        if each["@@type"] == "TextLayer":
            ink, box = ("#{:02X}{:02X}{:02X}".format(*each[key][:3]) for key in ("getColor", "getBackgroundColor"))
            assert contrast(ink, box) >= 4.5


def test_every_chart_has_a_figure_of_its_name() -> None:
    assert set(figures.__all__) == set(EVERY_CHART)
