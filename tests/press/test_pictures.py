"""Every figure as a file: whole, of exact size, with all its parts, in three languages."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from lxml import etree
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard import press
from dashboard.catalog import EVERY_CHART
from dashboard.i18n import LANGUAGES
from dashboard.press import letters
from tests.browser import chromium
from tests.press import files
from tests.press.boxes import PLOT, faults
from tests.press.orders import EVERYTHING, SAMPLE, awaited, drawn, order
from tests.turns import turns

pytestmark = pytest.mark.usefixtures("chrome", "register")

FORMS = tuple(press.FORMS)


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """A page in a browser of its own, which knows the typeface only from the picture itself."""
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=chromium()) as browser:
        yield blank(browser)


def blank(browser: Browser) -> Page:
    return browser.new_page(viewport={"width": 1600, "height": 1000})


def least(code: str) -> float:
    """The smallest letters that a size may have, in pixels of the file: 24 on the cards, 7 points on paper."""
    size = press.SIZES[code]
    if size.paper:
        return 7 / 72 * 300
    return 24 if size.width == 1080 else 15


def trouble(page: Page, wanted: press.Order, content: bytes) -> list[str]:
    """What is wrong with an SVG: its size, its parts, its letters, where its words stand."""
    words = files.words("svg", content)
    found = [f"lacks its {part}" for part in files.missing(wanted, words)]
    found += faults(page, content.decode(), least(wanted.size))
    if (said := files.size("svg", content)) != (due := files.expected_size("svg", wanted.size)):
        found.append(f"is {said} instead of {due}")
    if not letters.drawable(words):
        found.append(f"has letters that the typeface lacks: {set(words) - set(map(chr, letters.letters()))}")
    return found + ["holds a raster"] * files.rasters("svg", content)


@pytest.mark.parametrize(("name", "size", "lang"), turns(SAMPLE, 2))
def test_a_picture_holds_all_its_parts_in_their_places(page: Page, name: str, size: str, lang: str) -> None:
    wanted = order(name, "svg", lang, size)
    assert trouble(page, wanted, drawn(wanted)) == []


def in_turn(name: str) -> list[tuple[str, str]]:
    """Every third size, from chart to chart others and in other languages."""
    first = list(EVERY_CHART).index(name)
    sizes = list(enumerate(press.SIZES))[first % 3 :: 3]
    return [(size, list(LANGUAGES)[(first + n) % len(LANGUAGES)]) for n, size in sizes]


@pytest.mark.matrix
@pytest.mark.parametrize(("name", "size"), EVERYTHING)
def test_every_picture_is_whole_and_its_chart_in_one_place_in_all_languages(page: Page, name: str, size: str) -> None:
    """Every third size in all of them, the others in one."""
    at = list(EVERY_CHART).index(name) + list(press.SIZES).index(size)
    languages = LANGUAGES if size in dict(in_turn(name)) else [list(LANGUAGES)[at % len(LANGUAGES)]]
    found, plots = {}, set()
    for wanted in (order(name, "svg", lang, size) for lang in languages):
        found[wanted.lang] = trouble(page, wanted, drawn(wanted))
        plots.add(str(page.evaluate(PLOT)))
    assert found == {lang: [] for lang in languages}
    assert len(plots) == 1


def printed(name: str, size: str, lang: str) -> list[str]:
    """What is wrong with a PDF: its size, its parts as text, its typefaces."""
    wanted = order(name, "pdf", lang, size)
    content = drawn(wanted)
    found = [f"lacks its {part}" for part in files.missing(wanted, files.words("pdf", content))]
    faces = files.typefaces(content)
    found += [f"has {face}" for face in faces if face not in ("Inter-Regular", "Inter-Bold")]
    found += [f"{face} is not inside" for face, inside in faces.items() if not inside]
    if (said := files.size("pdf", content)) != (due := files.expected_size("pdf", size)):
        found.append(f"is {said} instead of {due}")
    return found + ["holds a raster"] * files.rasters("pdf", content)


# Hatched cells in print: a pattern would be painted as points, of 20 MB at this size.
@pytest.mark.parametrize(("name", "size", "lang"), [*SAMPLE[::3], ("register_by_host_and_agency", "column3", "kk")])
def test_a_pdf_has_text_and_its_typefaces_inside(name: str, size: str, lang: str) -> None:
    assert printed(name, size, lang) == []


@pytest.mark.matrix
@pytest.mark.parametrize("name", EVERY_CHART)
def test_the_pdf_of_every_chart_has_text_and_its_typefaces_inside(name: str) -> None:
    found = {(size, lang): printed(name, size, lang) for size, lang in in_turn(name)}
    assert {key: wrong for key, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("name", "size", "lang"), SAMPLE[1::3])
def test_a_png_has_its_exact_size(name: str, size: str, lang: str) -> None:
    content = drawn(order(name, "png", lang, size))
    assert files.size("png", content) == files.expected_size("png", size)


@pytest.mark.matrix
@pytest.mark.parametrize("name", EVERY_CHART)
def test_the_png_of_every_chart_has_its_exact_size(name: str) -> None:
    for size, lang in {("card", "en"), *in_turn(name)}:
        content = drawn(order(name, "png", lang, size))
        assert files.size("png", content) == files.expected_size("png", size)
        # What chats take for the picture of a link.
        assert size != "card" or len(content) < 300_000


@pytest.mark.parametrize("size", press.SIZES)
def test_the_chart_lies_in_the_same_place_in_every_language(page: Page, size: str) -> None:
    assert len({plot(page, drawn(order("placements_by_year", "svg", lang, size))) for lang in LANGUAGES}) == 1


def plot(page: Page, content: bytes) -> str:
    """The edges of every plot area of the picture."""
    page.set_content(content.decode())
    return str(page.evaluate(PLOT))


@pytest.mark.parametrize("form", FORMS)
def test_the_same_order_gives_the_same_bytes(form: str) -> None:
    wanted = order("placements_by_country", form, "kk", "column2", "&year=2024")
    assert drawn(wanted) == drawn(wanted)


def test_two_of_the_same_are_drawn_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    calls: list[press.Order] = []
    plain = press._drawn

    async def counted(wanted: press.Order, client: str) -> bytes:
        calls.append(wanted)
        return await plain(wanted, client)

    async def both(wanted: press.Order) -> list[bytes]:
        return list(await asyncio.gather(press.picture(wanted), press.picture(wanted)))

    monkeypatch.setattr(press, "_drawn", counted)
    monkeypatch.setattr(press, "STORE", press.Store(tmp_path))
    first, second = awaited(both(order("placements_selection", "svg", "ru")))
    assert first == second and len(calls) == 1
    assert awaited(press.picture(calls[0])) == first and len(calls) == 1


COLOURS: dict[str, Callable[[str], bool]] = {
    "light": lambda svg: "rgb(255, 255, 255)" in svg,
    "dark": lambda svg: "rgb(12, 27, 34)" in svg,
    "grey": lambda svg: not chromatic(svg),
}


@pytest.mark.parametrize("theme", press.THEMES)
def test_a_theme_decides_the_paper(theme: str) -> None:
    svg = drawn(order("volunteers_at_home_by_year", "svg", "en", query=f"&theme={theme}")).decode()
    assert COLOURS[theme](svg)
    assert [other for other in press.THEMES if other != theme and other != "light" and COLOURS[other](svg)] == []


def chromatic(svg: str) -> list[str]:
    """Colours that are no greys."""
    found = re.findall(r"rgba?\((\d+), (\d+), (\d+)", svg)
    return [str(colour) for colour in found if len(set(colour)) > 1]


def test_a_transparent_picture_has_no_paper() -> None:
    svg = etree.fromstring(drawn(order("placements_selection", "svg", "en", query="&transparent=1")))
    paper = svg.find(f"{files.SVG}rect")
    assert paper is None or "fill-opacity: 0" in paper.get("style", "")


@pytest.mark.parametrize("query", ["", "&theme=dark", "&theme=grey", "&transparent=1", "&theme=dark&transparent=1"])
def test_no_option_takes_source_or_licence_away(query: str) -> None:
    wanted = order("volunteers_at_home_by_year", "svg", "ru", "square", query)
    assert files.missing(wanted, files.words("svg", drawn(wanted))) == []
