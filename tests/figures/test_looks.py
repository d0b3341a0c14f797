"""Kinds, qualifiers and what is no number differ without colour, and a caret points to where the true number lies."""

from __future__ import annotations

import json
import re
from datetime import date
from math import cos, radians, sin
from typing import Any

import pandas as pd
import pytest

from dashboard.figures import style
from dashboard.i18n import LANGUAGES
from tests.figures import breaking
from tests.figures.cases import VIEWPORTS, Case, draw, drawn, listed, of, pictures, plain
from tests.figures.expected import dated
from tests.figures.made import made
from tests.figures.pictures import Picture, one
from tests.figures.readings import in_rows

ABOVE, BELOW = ("over", "at_least"), ("almost",)
QUALIFIERS = ("exact", "over", "at_least", "almost", "about")
# Where a symbol points that is not turned: to the right and up.
POINTS = {"triangle-down": (0, -1), "triangle-up": (0, 1), "triangle-left": (-1, 0), "triangle-right": (1, 0)}
ALPHA = re.compile(r"rgba\(.*,([0-9.]+)\)")
PAGES = ("#FFFFFF", "#0C1B22")


def picture(chart: str, df: pd.DataFrame, code: str = "en", size: str = "page") -> Picture:
    return Picture(json.loads(plain(draw(chart, df, code, VIEWPORTS[size]))), VIEWPORTS[size])


# ---------------------------------------------------------------- carets


def carets(drawn_: Picture) -> list[tuple[int, int, tuple[float, float], tuple[float, float]]]:
    """Trace, place, where each stands off to, and where it points to: to the right and up."""
    found = []
    for index, trace in enumerate(drawn_.traces):
        marker = trace.get("marker", {})
        if trace.get("hoverinfo") == "skip" and not isinstance(marker.get("standoff", []), list):
            for at in range(len(trace["x"])):
                angle = radians(one(marker["angle"], at))
                x, y = POINTS[one(marker["symbol"], at)]
                turned = (x * cos(angle) + y * sin(angle), y * cos(angle) - x * sin(angle))
                found.append((index, at, (-sin(angle), -cos(angle)), turned))
    return found


def misdirected(drawn_: Picture, rows: list[Any]) -> list[str]:
    """Numbers that are over or almost so much without a caret at their end that points to where the true one lies."""
    faults, found = [], carets(drawn_)
    for index, at, off, points in found:
        trace = drawn_.traces[index]
        across = trace.get("yaxis", "y") == "y" and drawn_.traces[0].get("orientation") == "h"
        way = points[0] if across else points[1]
        mine = [row for row in rows if style.ids(row) == trace["customdata"][at]]
        value = trace["x"][at] if across else trace["y"][at]
        fits = [row for row in mine if row.value == value and row.qualifier in (ABOVE if way > 0.9 else BELOW)]
        if not fits or abs(way) < 0.9 or off[0] * points[0] + off[1] * points[1] < 0.9:
            faults.append(f"points elsewhere: {trace['customdata'][at]}")
    beyond = [row for row in rows if row.value and row.qualifier in (*ABOVE, *BELOW)]
    wanted = [row for row in beyond if getattr(row, "comparable", True)]
    return faults + [f"{len(found)} carets for {len(wanted)}"] * (len(found) != len(wanted))


@of("timeline", "comparison")
def test_a_caret_points_to_where_the_true_number_lies(chart: str) -> None:
    for at, drawn_, rows, _ in pictures(chart, ("page", "wide")):
        assert misdirected(drawn_, [row for row in rows if dated(row) or "orientation" in drawn_.traces[0]]) == [], at


@pytest.mark.parametrize(
    "chart", ["volunteers_at_home_by_year", "volunteers_at_events", "organisations_at_home_by_year"]
)
def test_a_caret_that_is_turned_or_lost_is_found(chart: str) -> None:
    figure, rows = drawn(Case(chart)), [row for row in listed(Case(chart)) if dated(row)]
    assert misdirected(Picture(figure), rows) == []
    for index, at, _, _ in carets(Picture(figure)):
        turned = breaking.copied(figure)
        turned["data"][index]["marker"]["angle"][at] += 180
        assert misdirected(Picture(turned), rows)
        assert misdirected(Picture(breaking.without(figure, index, at)), rows)


# ---------------------------------------------------------------- kinds and states


def look(trace: dict[str, Any], at: int) -> tuple[Any, ...]:
    """What is left of a mark without colour: its shape, how full it is, its edge, its hatching, its dashes."""
    marker = trace["marker"]
    colour, edge = one(marker.get("color"), at), marker.get("line", {})
    full = float(found[1]) if (found := ALPHA.match(str(colour))) else 1.0
    hatched = one(marker.get("pattern", {}).get("shape", ""), at)
    dashed = trace.get("line", {}).get("dash", "")
    return trace["type"], one(marker.get("symbol", ""), at), full, bool(one(edge.get("width", 0), at)), hatched, dashed


def looks(drawn_: Picture, number: int) -> list[frozenset[Any]]:
    """Of each made row all that is drawn of it, without colour."""
    found: dict[str, set[Any]] = {}
    for mark in drawn_.points:
        trace = drawn_.traces[mark.trace]
        opacity = trace.get("marker", {}).get("opacity", 1)
        # A column of no height is its edge.
        edge = one(trace.get("marker", {}).get("line", {}).get("width", 0), mark.at)
        if opacity and (trace["type"] != "bar" or mark.y or edge):
            side = trace["type"] == "bar" and (mark.y > 0) - (mark.y < 0)
            turned = round(one(trace.get("marker", {}).get("angle", 0), mark.at))
            seen = (*look(trace, mark.at), trace.get("mode", ""), turned, side, opacity)
            found.setdefault(mark.ids.split()[0], set()).add(seen)
    return [frozenset(found.get(f"MADE-{n}", set())) for n in range(number)]


KINDS = [
    {"kind": "flow", "value": 400, "year": 2020},
    {"kind": "flow", "value": 500, "year": 2017, "until": 2019},
    {"kind": "stock", "value": 450, "period_from": date(2021, 3, 1), "period_to": date(2021, 3, 1)},
    {"kind": "cumulative", "value": 480, "year": 2016, "until": 2022},
]


def test_a_flow_a_total_over_years_a_stock_and_a_cumulative_number_are_drawn_in_other_ways() -> None:
    for size in VIEWPORTS:
        drawn_ = picture("volunteers_at_home_by_year", made(*KINDS), "en", size)
        seen = looks(drawn_, 4)
        assert frozenset() not in seen
        assert len(set(seen)) == 4
        told = [(drawn_.traces[mark.trace], mark.at) for mark in drawn_.marks]
        assert len({(trace["type"], one(trace["marker"].get("symbol", ""), at)) for trace, at in told}) == 4


STATES = [{"value": 40, "qualifier": qualifier} for qualifier in QUALIFIERS] + [
    {"value": 40, "status": "E", "formula": "others", "inputs": [80, 40]},
    {"value": 0},
    {"value": None, "status": "Q"},
    {"value": None, "status": "O"},
    {"value": None, "status": "M"},
]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_qualifier_and_every_kind_of_no_number_differ_in_a_comparison(code: str) -> None:
    df = made(*({"origin": "KEN", "compared": "un_volunteers"} | state for state in STATES))
    drawn_ = picture("peers_government_funded", df, code)
    words = [found.number for found in in_rows(drawn_)]
    assert len(words) == len(STATES)
    assert len(set(words)) >= len(words) - 1  # an exact 40 and a derived one: the bar differs
    shapes = [look(drawn_.traces[0], at) for at in range(len(STATES))]
    exact, about, derived = (shapes[at] for at in (0, 4, 5))
    assert len({exact, about, derived}) == 3
    assert drawn_.traces[0]["x"][5:] == [40, 0, 0, 0, 0]
    bold = [note["text"].startswith("<b>") for note in drawn_.notes if note.get("xref") == "x"]
    assert bold == [True] * 7 + [False] * 3


SERIES = made(*({"year": 2010 + n, "value": 400} | state for n, state in enumerate(STATES[:9])))
# The same beside a stock: then years are lines over a light ground.
MIXED = made(*SERIES.to_dict("records"), {"kind": "stock", "value": 300, "year": 2022, "claims": ["STOCK"]})


@pytest.mark.parametrize("df", [SERIES, MIXED], ids=["series", "mixed"])
def test_what_is_not_exact_and_what_is_no_number_differ_through_time(df: pd.DataFrame) -> None:
    """Zero, withheld and not published have each a mark of their own, and none of them that of a number."""
    seen = looks(picture("volunteers_at_home_by_year", df), 9)
    exact, over, at_least, almost, about, derived, zero, withheld, unpublished = seen
    assert over == at_least  # both have a caret above; the words differ
    assert len({exact, over, almost, about, derived, withheld, unpublished}) == 7
    assert zero not in (frozenset(), exact, withheld, unpublished)


@pytest.mark.parametrize(
    ("low", "high", "value", "said"), [(1, None, None, "1 or more"), (1, 5, None, "1 to 5"), (3, 3, 3, "3")]
)
def test_a_range_without_an_upper_end_points_onwards(low: int, high: int | None, value: int | None, said: str) -> None:
    bounds = {"value": value, "low": low, "high": high, "total": 7, "places": 3, "host": "KEN", "formula": "bounds"}
    df = made(bounds | {"status": "E"}).drop(columns="measure")
    (line,) = picture("placements_by_country", df).traces
    assert line["x"] == [end for end in (low, high) if end is not None]
    assert ("triangle-right" in line["marker"]["symbol"]) == (high is None)
    assert in_rows(picture("placements_by_country", df))[0].number.startswith(said)


# ---------------------------------------------------------------- colours


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one_: str, other: str) -> float:
    dark, light = sorted((luminance(one_), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [style.BLUE, style.GOLD, style.GREY])
def test_colours_stand_out_on_the_light_and_the_dark_page(colour: str) -> None:
    assert all(contrast(colour, page) >= 3 for page in PAGES)
