"""One scale for one unit: within a picture the same number has the same pixels, in every panel, column and group."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import pytest

from dashboard.figures import style
from dashboard.figures.style import Viewport
from dashboard.i18n import Language
from tests.figures.cases import FORMS, VIEWPORTS, Case, draw, drawn, listed, of, pictures, plain
from tests.figures.expected import dated, unit
from tests.figures.made import made
from tests.figures.pictures import Picture, one
from tests.figures.readings import piles

SCALED = of("timeline", "comparison", "ranges")
# Between any two marks of one unit.
MOST = 1.02
# Beside one another all that is counted has one scale, whatever it is; of these each has its own.
APART = ("percent", "change", "USD", "KZT", "years", "year")


def lengths(picture: Picture, rows: list[Any]) -> dict[str, list[float]]:
    """For each unit the pixels of one of it, measured on each mark from zero to its end; of a day on each time axis."""
    units: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        units[style.ids(row)].append(unit(row))
    found: dict[str, list[float]] = defaultdict(list)
    for mark in picture.marks:
        trace = picture.traces[mark.trace]
        across = trace.get("orientation") == "h" or "yaxis" not in trace
        axis, value = (trace.get("xaxis", "x"), mark.x) if across else (trace["yaxis"], mark.y)
        if value and not (trace["type"] == "bar" and not across and value < 0):
            long = abs(picture.pixel(axis, value) - picture.pixel(axis, 0)) / abs(value)
            of_ = unit_of(units[mark.ids], picture, rows, mark)
            found["count" if across and of_ not in APART else of_].append(long)
        if not across:
            found["a day"].append(picture.scale(trace["xaxis"]))
    for pile in piles(picture):
        found["a dot"] += pile.sizes
    return found


def unit_of(units: list[str], picture: Picture, rows: list[Any], mark: Any) -> str:
    """Of the register all rows have the same ids: there they stand in the order of the rows."""
    if len(set(units)) == 1:
        return units[0]
    return unit(rows[picture.marks.index(mark)])


def unequal(picture: Picture, rows: list[Any]) -> list[str]:
    found = lengths(picture, rows)
    return [f"{of}: {min(each):.4g} to {max(each):.4g}" for of, each in found.items() if max(each) > min(each) * MOST]


@SCALED
def test_the_same_number_has_the_same_pixels_throughout_a_picture(chart: str) -> None:
    for at, picture, rows, _ in pictures(chart):
        assert unequal(picture, rows) == [], at
        measured = sum(len(each) for of, each in lengths(picture, rows).items() if not of.startswith("a "))
        shown = [row for row in rows if chart not in FORMS["timeline"] or dated(row)]
        assert measured == sum(1 for row in shown for end in ends(row) if end), at


def ends(row: Any) -> list[float]:
    """The numbers of a row that are drawn as lengths."""
    if hasattr(row, "low"):
        return [end for end in (row.low, row.high) if end is not None]
    return [row.value if getattr(row, "comparable", True) else 0]


@pytest.mark.parametrize("wide", [390, 900, 1400])
def test_a_browser_that_stretches_a_page_keeps_one_scale(wide: int) -> None:
    """Of marks across; those through time are as high as they were."""
    for chart in ("peers_government_funded", "volunteers_at_events", "volunteers_at_home_by_year"):
        assert unequal(Picture(drawn(Case(chart)), Viewport(wide)), listed(Case(chart))) == []


@pytest.mark.parametrize("many", [1, 7])
@pytest.mark.parametrize(
    ("chart", "measures"),
    [
        ("volunteers_at_home_by_year", 4),
        ("un_volunteers_worldwide_by_year", 2),  # beside one another
        ("peers_government_funded", 4),
    ],
)
def test_what_nobody_published_yet_has_one_scale_too(chart: str, measures: int, many: int) -> None:
    """Measures of one unit and of another, their numbers far apart."""
    values = {"volunteers_at_home": 3_200_000, "surveyed_volunteers": 40, "platform_volunteers": 80, "aware_pct": 12}
    df = made(
        *(
            {"measure": measure, "value": value, "year": 2010 + year, "compared": measure, "origin": "KEN"}
            for measure, value in list(values.items())[:measures]
            for year in range(many)
        )
    )
    for viewport in VIEWPORTS.values():
        picture = Picture(json.loads(plain(draw(chart, df, "ru", viewport))), viewport)
        found = lengths(picture, list(df.itertuples()))
        assert len(found["persons"] + found["count"]) >= many * 2
        assert unequal(picture, list(df.itertuples())) == []


@pytest.mark.parametrize(
    ("chart", "axis"),
    [
        ("volunteers_at_home_by_year", "yaxis2"),
        ("un_volunteers_worldwide_by_year", "yaxis2"),
        ("un_volunteers_profile_by_year", "xaxis2"),
        ("peers_government_funded", "xaxis2"),
    ],
)
def test_a_panel_on_another_scale_is_found(chart: str, axis: str) -> None:
    size = "wide" if chart == "peers_government_funded" else "page"
    broken, rows = drawn(Case(chart), "en", VIEWPORTS[size]), listed(Case(chart))
    first, last = broken["layout"][axis]["domain"]
    broken["layout"][axis]["domain"] = [first, first + (last - first) * 0.95]
    assert unequal(Picture(broken, VIEWPORTS[size]), rows)


def test_a_larger_dot_is_found() -> None:
    broken, rows = drawn(Case("placements_by_year")), listed(Case("placements_by_year"))
    pile = next(trace for trace in broken["data"] if isinstance(trace.get("marker", {}).get("standoff"), list))
    pile["marker"]["size"] = one(pile["marker"]["size"], 0) + 1
    assert unequal(Picture(broken), rows)


def test_ticks_say_where_they_stand() -> None:
    for chart in ("volunteers_at_home_by_year", "un_volunteers_profile_by_year", "un_volunteers_worldwide_by_year"):
        for code in ("kk", "ru", "en"):
            assert misnamed(Picture(drawn(Case(chart), code)), Language(code)) == []
    broken = drawn(Case("volunteers_at_home_by_year"))
    broken["layout"]["yaxis"]["ticktext"][1] = "150,000"
    assert misnamed(Picture(broken), Language("en"))


def misnamed(picture: Picture, t: Language) -> list[str]:
    """Ticks of values with the word for another value, and of years in another year."""
    faults = []
    for name, axis in picture.layout.items():
        if "axis" not in name or "tickvals" not in axis:
            continue
        for value, said in zip(axis["tickvals"], axis["ticktext"], strict=True):
            fits = (value[:4],) if isinstance(value, str) else (t.number(value), t.percent(value))
            faults += [f"{said} at {value}"] * (said not in fits)
    return faults
