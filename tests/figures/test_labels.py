"""No word lies on another, on a mark or beyond the edge, in any language and size; what matters most is labelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from dashboard.figures import style
from dashboard.figures.style import Viewport
from dashboard.i18n import LANGUAGES, Language
from tests.figures import breaking
from tests.figures.cases import FORMS, VIEWPORTS, Case, cases, drawn, listed, of
from tests.figures.expected import dated, middle, numbers, together
from tests.figures.pictures import Box, Picture, number, plain

WRITTEN = of("timeline", "comparison", "ranges", "matrix", "tiles")
# Where the letters of one line end and those of the next begin nobody sees: a line is higher than its letters.
AIR = 3
# The smallest and the largest letters.
LETTERS = (12, 13)
# The first number of a series is the first to give way.
QUOTED = ("newest", "before", "home", "largest")


def hidden(picture: Picture) -> list[str]:
    """Words that leave the picture, lie on one another or on a mark, or are too small."""
    boxes = [(plain(note["text"]), inner(picture.box(note))) for note in picture.notes]
    boxes += [(text, inner(box)) for text, box in picture.ticks()]
    faults = [f"leaves: {text}" for text, box in boxes if box.leaves(picture.width, picture.height)]
    faults += [f"{one} | {other}" for (one, a), (other, b) in combinations(boxes, 2) if a.meets(b, 1)]
    if not any(trace.get("base") for trace in picture.traces):  # on fields stand their numbers
        marks = [box for _, box in picture.covered()]
        faults += [f"on a mark: {text}" for text, box in boxes if any(box.meets(mark, 1) for mark in marks)]
    sizes = {note.get("font", {}).get("size", style.SIZE) for note in picture.notes}
    sizes |= {
        axis["tickfont"]["size"] for name, axis in picture.layout.items() if "axis" in name and "tickfont" in axis
    }
    # Plotly takes a margin below zero for none, and everything stands elsewhere.
    margin = picture.layout["margin"]
    faults += [f"a margin of {margin[side]}" for side in "lrtb" if margin[side] < 0]
    return faults + [f"letters of {size}" for size in sizes if not LETTERS[0] <= size <= LETTERS[1]]


def inner(box: Box) -> Box:
    """Without the air above and below letters."""
    return Box(box.left, box.top + AIR, box.right, box.bottom - AIR)


def roomy(case: Case) -> Iterable[tuple[str, Picture, list[Any], Language]]:
    """In every language and size. Only what a page would show in that height is drawn larger in a file; through time a
    picture may be lower.
    """
    for code in LANGUAGES:
        for size, viewport in VIEWPORTS.items():
            enough = viewport.height and drawn(case, code, replace(viewport, height=0))["layout"]["height"]
            lower = case.chart in FORMS["timeline"] and size != "grown"
            shown = replace(viewport, height=viewport.height if lower else max(enough, viewport.height))
            yield f"{case} {code} {size}", Picture(drawn(case, code, shown), shown), listed(case, code), Language(code)


@WRITTEN
def test_no_word_lies_on_another_on_a_mark_or_beyond_the_edge(chart: str) -> None:
    for case in cases(chart):
        for at, picture, _, _ in roomy(case):
            assert hidden(picture) == [], at


@of("comparison", "ranges", "matrix", "tiles")
def test_words_keep_off_one_another_however_wide_a_page_is(chart: str) -> None:
    for code in LANGUAGES:
        for wide in (340, 560, 900):
            assert hidden(Picture(drawn(Case.first(chart), code), Viewport(wide))) == [], (code, wide)


def unlabelled(picture: Picture, rows: list[Any], t: Language) -> list[str]:
    """Of each measure the newest and the largest numbers and of each dispute all sides, where they bear no number."""
    shown = [row for row in rows if dated(row) and row.value is not None]
    wanted: list[Any] = [row for row in shown if row.role in QUOTED or getattr(row, "dispute", None)]
    for measure in {row.measure for row in shown}:
        mine = [row for row in shown if row.measure == measure]
        newest = [row for row in mine if key(row) == max(map(key, mine))]
        largest = [row for row in mine if row.value == max(row.value for row in mine)]
        wanted += [row for row in (newest[0], largest[-1]) if not any(row in each for each in (wanted,))]
    faults = []
    for row in wanted:
        near = [note for note in picture.notes if set(style.ids(row).split()) <= set(note["name"].split())]
        near = [
            note for note in near if "-" in str(note["x"]) and abs(number(note["x"]) - middle(row).toordinal()) <= 1
        ]
        said = numbers(t, row)[0]
        faults += [f"no number: {style.ids(row)}"] * (not any(said in together(note["text"]) for note in near))
    return faults


def key(row: Any) -> tuple[Any, Any]:
    return row.period_to or row.period_from, row.period_from or row.period_to


@of("timeline")
def test_the_newest_the_largest_and_every_side_of_a_dispute_bear_their_number(chart: str) -> None:
    for case in cases(chart):
        for at, picture, rows, t in roomy(case):
            assert unlabelled(picture, rows, t) == [], at


def test_a_lost_label_is_found() -> None:
    for chart in FORMS["timeline"]:
        figure, rows, t = drawn(Case(chart)), listed(Case(chart)), Language("en")
        labels = [at for at, note in enumerate(figure["layout"]["annotations"]) if "-" in str(note["x"])]
        lost = [bool(unlabelled(Picture(breaking.less_a_note(figure, at)), rows, t)) for at in labels]
        assert any(lost)


@pytest.mark.parametrize("chart", ["volunteers_at_home_by_year", "peers_government_funded", "placements_by_country"])
def test_a_word_on_another_beyond_the_edge_or_too_small_is_found(chart: str) -> None:
    figure = drawn(Case(chart))
    notes = figure["layout"]["annotations"]
    for change in ({}, {"x": 0, "xref": "paper", "xshift": -60}, {"font": {"size": 9}, "yshift": 9_000}):
        broken = breaking.copied(figure)
        broken["layout"]["annotations"].append(notes[-1] | change)
        assert hidden(Picture(broken))
    picture = Picture(figure)
    _, mark = max(picture.covered(), key=lambda each: (each[1].right - each[1].left) * (each[1].bottom - each[1].top))
    across, down = (mark.left + mark.right) / 2 - picture.plot.left, picture.plot.bottom - (mark.top + mark.bottom) / 2
    wide, high = picture.plot.right - picture.plot.left, picture.plot.bottom - picture.plot.top
    word = {"text": "8", "x": across / wide, "y": down / high, "xref": "paper", "yref": "paper", "showarrow": False}
    word |= {"xanchor": "center", "yanchor": "middle", "name": ""}
    assert "on a mark: 8" in hidden(Picture(figure | {"layout": figure["layout"] | {"annotations": [word]}}))
