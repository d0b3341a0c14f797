"""The chart in every picture: how much of it that is, that every row has its mark, and one scale for one unit."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page, sync_playwright

from dashboard import offered, press
from dashboard.catalog import CHARTS, EVERY_CHART
from dashboard.figures.records import records
from dashboard.figures.style import BLUE, PALE_BLUE
from dashboard.i18n import LANGUAGES
from dashboard.press import frame, paragraphs
from dashboard.press.sizes import THEMES
from tests.browser import chromium
from tests.press.lengths import lengths, not_drawn, unequal
from tests.press.orders import SAMPLE, figure, order, svg
from tests.turns import turns

pytestmark = pytest.mark.usefixtures("chrome", "register")

MAPS = ("placements_map", "register_map")
# The words of an annotation, by its number.
WORDS = """() => [...document.querySelectorAll('g.annotation')].map((note) => {
    const svg = document.querySelector('svg'), scale = svg.viewBox.baseVal.height / svg.getBoundingClientRect().height;
    const box = note.querySelector('text').getBoundingClientRect();
    return [box.top * scale, box.bottom * scale];
})"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium()) as browser:
        yield browser.new_page(viewport={"width": 1600, "height": 1000})


def choices(name: str) -> Iterator[str]:
    """Every choice that a reader has for a chart, as parts of an address."""
    allowed = ([f"&{each}={code}" for code in offered.codes(name, each)] for each in EVERY_CHART[name].parameters)
    return map("".join, product(*allowed))


def share(name: str, size: str, query: str = "") -> float:
    """The part of a picture's height that its chart has, the same in every language."""
    wanted = order(name, "svg", "en", size, query)
    return frame.laid_out(press.shown(wanted), press.SIZES[size], wanted.page).share


def due(name: str, size: str) -> float:
    """A map stands above what the United Nations asks to be said of its borders."""
    return 0.5 if name in MAPS else press.SIZES[size].drawing


def short(sizes: list[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Charts that have less of a picture than is theirs."""
    shares = {each: share(*each) for each in sizes}
    return {each: part for each, part in shares.items() if part < due(*each)}


@pytest.mark.parametrize("size", press.SIZES)
def test_the_drawing_has_its_part_of_every_picture(size: str) -> None:
    assert short([(name, size) for name in EVERY_CHART]) == {}


def test_words_that_leave_the_drawing_less_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paragraphs, "HEADS", ((0, 48, 24),))
    assert len(short([(name, "square") for name in CHARTS])) > 5
    monkeypatch.undo()
    monkeypatch.setattr(paragraphs, "SHORTER", (4000,))
    assert len(short([(name, "square") for name in CHARTS])) > 5


@pytest.mark.parametrize(("name", "size", "lang"), turns(SAMPLE, 2))
def test_the_words_around_it_leave_the_drawing_its_part(page: Page, name: str, size: str, lang: str) -> None:
    """As the browser sets them: those of the chart lie between those above it and those below."""
    wanted = order(name, "svg", lang, size)
    sheet = frame.laid_out(press.shown(wanted), press.SIZES[size], wanted.page)
    above, below = (sum(len(each.lines(lang, sheet.inner)) for each in part) for part in (sheet.above, sheet.below))
    page.set_content(f"<!DOCTYPE html><body style='margin:0'>{svg(wanted, figure(wanted))}")
    boxes = page.evaluate(WORDS)
    own, over, under = boxes[: -above - below], boxes[-above - below : -below], boxes[-below:]
    top, bottom = max(end for _, end in over), min(start for start, _ in under)
    assert (bottom - top) / press.SIZES[size].height >= due(name, size) - 0.002
    # Boxes of letters are a little higher than any letter.
    assert [box for box in own if box[0] < top - 6 or box[1] > bottom + 6] == []


def undrawn(name: str, size: str, query: str = "") -> list[str]:
    wanted = order(name, "svg", "en", size, query)
    shown = press.shown(wanted)
    return [] if shown.is_table else not_drawn(figure(wanted), records(shown.df))


@pytest.mark.parametrize(("name", "size"), [(name, size) for name, size, _ in SAMPLE])
def test_every_row_has_its_mark(name: str, size: str) -> None:
    assert undrawn(name, size) == []


@pytest.mark.matrix
@pytest.mark.parametrize("name", EVERY_CHART)
def test_every_row_has_its_mark_at_every_size_and_for_every_choice(name: str) -> None:
    cases = {*product(press.SIZES, [""]), *product(["wide"], choices(name))}
    assert {case: lost for case in sorted(cases) if (lost := undrawn(name, *case))} == {}


@pytest.mark.parametrize("name", [name for name in CHARTS if not name.endswith("_map")])
def test_a_mark_that_is_left_out_is_noticed(name: str) -> None:
    wanted = order(name, "svg", "en")
    shown = press.shown(wanted)
    if shown.is_table:
        return
    broken = copy.deepcopy(figure(wanted))
    trace = next(each for each in broken["data"] if each.get("hoverinfo") == "text")
    lost = trace["customdata"][-1]
    trace["customdata"] = [ids for ids in trace["customdata"] if ids != lost]
    assert lost in not_drawn(broken, records(shown.df))


@pytest.mark.parametrize("size", ["square", "column1", "a4"])
def test_a_table_holds_every_row_or_says_how_many_it_holds(size: str) -> None:
    orders = [order(name, "svg", "en", size) for name in EVERY_CHART]
    tables = [wanted for wanted in orders if press.shown(wanted).is_table]
    assert len(tables) > 10
    assert {wanted.name: wrong for wanted in tables if (wrong := cut_in_silence(wanted))} == {}


def cut_in_silence(wanted: press.Order) -> str:
    """What is wrong with a table: it holds its first rows, and says how many if these are not all."""
    layout, due = figure(wanted)["layout"], [cells.ids for cells in press.shown(wanted).drawn.rows]
    # A number is at the right of its column, or a key figure in blue.
    notes = [each for each in layout["annotations"] if BLUE in str(each["font"]) or each["xanchor"] == "right"]
    held = [note["name"] for note in notes]
    said = f"Shown here: {len(held)} of {len(due)} lines" in str(layout["annotations"]).replace("<br>", " ")
    if held != due[: len(held)] or not held:
        return f"holds {held}"
    return "" if said is (len(held) < len(due)) else f"holds {len(held)} of {len(due)}"


def uneven(page: Page, name: str, size: str, query: str = "") -> list[str]:
    """Units that are longer in one place than in another of a picture."""
    wanted = order(name, "svg", "en", size, query)
    shown = press.shown(wanted)
    if shown.is_table or shown.df.empty:
        return []
    drawn = figure(wanted)
    return unequal(lengths(page, svg(wanted, drawn), drawn, records(shown.df)))


@pytest.mark.parametrize(("name", "size"), turns([(name, size) for name, size, _ in SAMPLE], 2))
def test_one_unit_has_one_scale(page: Page, name: str, size: str) -> None:
    assert uneven(page, name, size) == []


@pytest.mark.matrix
@pytest.mark.parametrize("name", EVERY_CHART)
def test_one_unit_has_one_scale_at_every_size_and_for_many_choices(page: Page, name: str) -> None:
    """Of the register's charts, which have up to forty, every third."""
    every = list(choices(name))
    cases = {*product(press.SIZES, [""]), *product(["wide"], every[:: 3 if len(every) > len(press.SIZES) else 1])}
    assert {case: found for case in sorted(cases) if (found := uneven(page, name, *case))} == {}


def told(drawn: dict[str, Any], kind: str) -> dict[str, Any]:
    """The trace with the largest number, not one that only helps to draw others."""
    traces = (each for each in drawn["data"] if each["type"] == kind and each.get("hoverinfo") == "text")
    return max(traces, key=lambda each: max(each["x" if each.get("orientation") == "h" else "y"]))


def bar(drawn: dict[str, Any]) -> None:
    """As it looked when each event had a scale of its own."""
    ends = told(drawn, "bar")["x"]
    ends[ends.index(max(ends))] *= 1.05


def column(drawn: dict[str, Any]) -> None:
    ends = told(drawn, "bar")["y"]
    ends[ends.index(max(ends))] *= 1.05


def dot(drawn: dict[str, Any]) -> None:
    ends = told(drawn, "scatter")["y"]
    ends[ends.index(max(ends))] *= 1.05


def panel(drawn: dict[str, Any]) -> None:
    """A panel with a scale of its own."""
    drawn["layout"]["yaxis2"]["range"][1] *= 1.1


def reach(drawn: dict[str, Any]) -> None:
    field = next(each for each in drawn["layout"]["shapes"] if each.get("fillcolor") == PALE_BLUE)
    field["x1"] += 0.1


def person(drawn: dict[str, Any]) -> None:
    trace = next(each for each in drawn["data"] if isinstance(each["marker"].get("standoff"), list))
    trace["marker"]["size"] *= 1.05


def arc(drawn: dict[str, Any]) -> None:
    lines = (each for each in drawn["data"] if each["mode"] == "lines" and "fill" not in each)
    max(lines, key=lambda each: each["line"]["width"])["line"]["width"] *= 1.05


BROKEN = {
    "volunteers_at_events": bar,
    "peers_government_funded": bar,
    "un_volunteers_worldwide_by_year": column,
    "organisations_at_home_by_year": dot,
    "volunteers_at_home_by_year": panel,
    "placements_by_country": reach,
    "placements_by_year": person,
    "register_map": arc,
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_mark_that_is_longer_than_its_number_is_noticed(page: Page, name: str) -> None:
    wanted = order(name, "svg", "en")
    rows, drawn = records(press.shown(wanted).df), figure(wanted)
    assert unequal(lengths(page, svg(wanted, drawn), drawn, rows)) == []
    broken = copy.deepcopy(drawn)
    BROKEN[name](broken)
    assert unequal(lengths(page, svg(wanted, broken), broken, rows)) != []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", MAPS)
def test_words_on_a_map_stand_on_paper_of_the_picture(name: str, theme: str) -> None:
    """Ink of a dark picture is light: on white paper nobody could read it."""
    drawn = figure(order(name, "svg", "kk", query=f"&theme={theme}"))
    papers = {note["bgcolor"] for note in drawn["layout"]["annotations"] if "bgcolor" in note}
    assert papers == {drawn["layout"]["paper_bgcolor"]} and len(papers) == 1


@pytest.mark.parametrize("size", ["square", "column1"])
def test_no_chart_moves_when_its_language_does(size: str) -> None:
    """Where words wrap soonest: one language's lines are another's room."""
    moved = []
    for name in CHARTS:
        layouts = [figure(order(name, "svg", lang, size))["layout"] for lang in LANGUAGES]
        places = [
            {key: axis.get("domain") for key, axis in layout.items() if "axis" in key} | {"margin": layout["margin"]}
            for layout in layouts
        ]
        moved += [name] * any(place != places[0] for place in places)
    assert moved == []
