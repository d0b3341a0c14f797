"""Pages without scripts, in a browser that runs none: bytes, barriers, words, width, light and dark, paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import cycle, product
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response

from dashboard.catalog import CHARTS, EVERY_CHART, EVERY_PAGE, REGISTER_CHARTS
from dashboard.i18n import Language
from tests.e2e.reader import LANGUAGES, Reader, Screen, Theme, settle
from tests.e2e.site import Site
from tests.e2e.test_pages import barriers
from tests.e2e.traces import has_number, known_ids
from tests.e2e.words import foreign_words
from tests.light import parsed, rows

SCREENS: tuple[tuple[int, Theme], ...] = ((320, "light"), (390, "dark"), (1280, "light"))
# A map, a timeline, a table, the longest chart, what stands in a frame, and lists without and with charts.
LOOKED_AT = (
    *("/figures/placements_map.html?year=2024", "/figures/placements_by_year.html"),
    "/figures/un_volunteers_by_origin.html",
    *("/figures/volunteers_at_events.html", "/figures/volunteers_at_home_by_year.html?embed=1"),
    *("/figures", "/figures?page=abroad&year=2023"),
    # Of the register: a map with many labels, a matrix, numbers and shares with some withheld.
    *("/figures/register_map.html", "/figures/register_by_host_and_agency.html"),
    *("/figures/register_by_age_group.html?year=2024&scope=home&count=volunteer_years",),
)
# In kilobytes, compressed, and in requests: all that a first visit fetches.
WHOLE, FRAMED, REQUESTS = 120, 100, 6
TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
GROUND = "() => getComputedStyle(document.body).backgroundColor"
# Texts of a drawing that meet another one or leave the drawing, by more than hair.
CROWDED = """() => [...document.querySelectorAll('svg.chart')].filter((svg) => svg.clientWidth).flatMap((svg) => {
    const box = (element) => element.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim());
    const air = (r) => ({ left: r.left + 1, right: r.right - 1, top: r.top + r.height * 0.22,
                          bottom: r.bottom - r.height * 0.22 });
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const boxes = texts.map((text) => [text.textContent, air(box(text))]);
    const all = box(svg);
    return boxes.flatMap(([said, one], place) => [
        ...(one.left < all.left - 2 || one.right > all.right + 2 ? [`leaves: ${said}`] : []),
        ...boxes.slice(place + 1).filter(([, other]) => meet(one, other)).map(([other]) => `meet: ${said} / ${other}`),
    ]);
})"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll('svg.chart')].filter((svg) => svg.clientWidth)
    .flatMap((svg) => [...svg.querySelectorAll('text')].map((text) =>
        parseFloat(getComputedStyle(text).fontSize) * svg.clientWidth / svg.viewBox.baseVal.width)))"""
FONTS = "() => document.fonts.ready.then(() => null)"
FACES = """() => [...document.fonts].filter((face) => face.status === 'error').map((face) => face.family)"""
# Words with digits outside of drawings, each with what it can be traced to. Dates stand in <time>.
SAID = """() => {
    const said = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!/\\d/.test(texts.currentNode.data) || element.closest('script, style, time, svg, nav')) continue;
        const traced = element.closest('[data-trace], [data-source]');
        said.push([texts.currentNode.data.trim(), traced?.dataset.trace ?? traced?.dataset.source ?? '']);
    }
    return said;
}"""


class Visit:
    """A window in which no script runs; it notes all trouble and all that it was sent."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.trouble: list[str] = []
        self.answers: list[Response] = []
        page.on("console", lambda said: self.trouble.append(f"console: {said.text}"))
        page.on("request", lambda asked: self.trouble.extend([asked.url] if self.is_elsewhere(asked.url) else []))
        page.on("requestfailed", lambda asked: self.trouble.append(f"failed: {asked.url}"))
        page.on("response", lambda answer: self.answers.append(answer))

    def is_elsewhere(self, url: str) -> bool:
        return not url.startswith((f"{self.address}/", "data:"))

    def opens(self, path: str, lang: str) -> Page:
        self.answers.clear()
        self.page.goto(f"{self.address}{path}{'&' if '?' in path else '?'}lang={lang}")
        self.page.evaluate(FONTS)
        return self.page

    def weight(self) -> tuple[float, int]:
        """Kilobytes and requests of all that came over the wire."""
        sizes = [each.request.sizes() for each in self.answers if not each.url.startswith("data:")]
        return sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes) / 1000, len(sizes)


@contextmanager
def visit(
    browser: Browser, server: Site, width: int = 1280, theme: Theme = "light", scripts: bool = False
) -> Iterator[Visit]:
    """A first visit: nothing is in the cache. Only what axe brings along needs scripts: the pages have none."""
    with browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=theme,
        java_script_enabled=scripts,
        # As over plain HTTP, where the larger of the two encodings is used.
        extra_http_headers={"Accept-Encoding": "gzip"},
    ) as context:
        context.set_default_timeout(60_000)
        yield Visit(context.new_page(), server.address)


@pytest.mark.matrix
@pytest.mark.parametrize("framed", [False, True])
def test_no_page_is_heavy_or_crowded(browser: Browser, server: Site, framed: bool) -> None:
    """In the languages in turn; in a frame the longest of the alphabets will do."""
    heavy, crowded, languages = [], [], ["kk"] if framed else list(LANGUAGES)
    with visit(browser, server) as window:
        window.page.context.new_cdp_session(window.page).send("Network.setCacheDisabled", {"cacheDisabled": True})
        for name, lang in zip(EVERY_CHART, cycle(languages), strict=False):
            page = window.opens(f"/figures/{name}.html{'?embed=1' if framed else ''}", lang)
            kilobytes, requests = window.weight()
            assert requests >= 3, "the page and its typefaces"
            if kilobytes > (FRAMED if framed else WHOLE) or requests > REQUESTS:
                heavy.append(f"{name}: {kilobytes:.1f} kB, {requests} requests")
            crowded += [f"{name}: {fault}" for fault in page.evaluate(CROWDED)]
            drawn = page.locator("svg.wide").is_visible() and not page.locator("svg.narrow").is_visible()
            assert drawn or page.locator(".grouped table").is_visible()
    assert not heavy and not crowded and not window.trouble


def looked_at() -> Iterator[Any]:
    """Every page on every screen and in every language, in turn; as usual every second page once."""
    for (i, screen), (j, lang), (k, path) in product(*map(enumerate, (SCREENS, LANGUAGES, LOOKED_AT))):
        if (i + j + k) % 3 == 0:
            yield pytest.param(screen, lang, path, marks=[] if i == k % 3 and k % 2 == 0 else pytest.mark.matrix)


@pytest.mark.parametrize(("screen", "lang", "path"), list(looked_at()), ids=str)
def test_a_page_can_be_read_by_everybody(
    browser: Browser, server: Site, screen: tuple[int, Theme], lang: str, path: str
) -> None:
    width, theme = screen
    with visit(browser, server, width, theme, scripts=True) as window:
        page = window.opens(path, lang)
        for fold in page.locator("summary").all():
            fold.click()
        assert page.evaluate(GROUND) == {"light": "rgb(255, 255, 255)", "dark": "rgb(12, 27, 34)"}[theme]
        faults = {
            "trouble": window.trouble,
            "sideways": [path] if page.evaluate(TOO_WIDE) else [],
            "words": foreign_words(page, lang),
            "access": barriers(page),
            "crowded": page.evaluate(CROWDED),
            "typeface": page.evaluate(FACES),
        }
        assert not page.locator("svg.chart").count() or page.evaluate(SMALLEST) >= 10
    lines = [f"{kind}: {fault}" for kind, found in faults.items() for fault in found]
    assert not lines, "\n".join(lines)


@pytest.mark.matrix
@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_phone_no_word_of_any_chart_lies_on_another(browser: Browser, server: Site, lang: str) -> None:
    crowded = []
    with visit(browser, server, 320) as window:
        for name in EVERY_CHART:
            crowded += [f"{name}: {fault}" for fault in window.opens(f"/figures/{name}.html", lang).evaluate(CROWDED)]
    assert not crowded, "\n".join(crowded)


def test_a_planted_fault_is_found(browser: Browser, server: Site) -> None:
    with visit(browser, server, scripts=True) as window:
        page = window.opens("/figures/placements_by_year.html", "en")
        page.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=data:,>')")
        page.evaluate(
            "() => document.querySelector('svg.wide').append(...[1, 2].map(() => {"
            " const text = document.querySelector('svg.wide text').cloneNode(true);"
            " text.setAttribute('transform', 'translate(300, 200)'); return text; }))"
        )
        assert any("alt" in fault for fault in barriers(page))
        assert any(fault.startswith("meet: ") for fault in page.evaluate(CROWDED))


@pytest.mark.parametrize(
    "charts", [CHARTS, pytest.param(REGISTER_CHARTS, marks=pytest.mark.matrix)], ids=["statements", "register"]
)
def test_every_number_of_every_page_can_be_traced(browser: Browser, server: Site, charts: list[str]) -> None:
    known = known_ids()
    lost = []
    with visit(browser, server) as window:
        for name in charts:
            said = window.opens(f"/figures/{name}.html", "en").evaluate(SAID)
            numbers = [(text, ids) for text, ids in said if has_number(text)]
            assert len(numbers) > 3
            lost += [f"{name}: {text}" for text, ids in numbers if not (ids and {*ids.split()} <= known)]
    assert not lost, "\n".join(lost)


@pytest.mark.matrix
@pytest.mark.parametrize("path", [each.path for each in EVERY_PAGE.values() if each.charts])
def test_the_app_shows_the_same_table(
    reader: Callable[[Screen], Reader], browser: Browser, server: Site, path: str
) -> None:
    page = reader(Screen("ru", 1280, "light")).opens(path)
    (charts,) = (each.charts for each in EVERY_PAGE.values() if each.path == path)
    folded = [name for name in charts if page.locator(f".st-key-table_{name}").count()]
    for name in folded:
        page.locator(f".st-key-table_{name} summary").click()
        page.wait_for_selector(f".st-key-table_{name} td")
    settle(page)
    with visit(browser, server) as window:
        for name in charts:
            ours = rows(parsed(window.opens(f"/figures/{name}.html", "ru").content()))
            table = page.locator(f".st-key-table_{name} table" if name in folded else f".st-key-card_{name} table")
            assert rows(parsed(table.evaluate("(table) => table.outerHTML"))) == ours


@pytest.mark.parametrize(
    "lang", [pytest.param("kk", marks=pytest.mark.matrix), "ru", pytest.param("en", marks=pytest.mark.matrix)]
)
def test_on_paper_it_is_a_sheet_without_what_only_a_screen_needs(browser: Browser, server: Site, lang: str) -> None:
    t = Language(lang)
    with visit(browser, server, 390) as window:
        page = window.opens("/figures/placements_map.html?year=2024", lang)
        assert page.locator("svg.narrow").is_visible()
        page.emulate_media(media="print")
        assert page.locator("svg.wide").is_visible() and not page.locator("svg.narrow").is_visible()
        hidden = [t("Download"), t("How to cite"), t("All years"), t("Skip to main content"), "Русский"]
        assert not [text for text in hidden if page.get_by_text(text, exact=True).first.is_visible()]
        assert "2024" in page.get_by_role("heading", level=1).inner_text()
        for title in ("The same numbers as a table", "What is counted", "Sources"):
            assert page.get_by_role("heading", name=t(title), exact=True).is_visible()
        sheet = page.pdf(prefer_css_page_size=True)
    assert sheet.startswith(b"%PDF-") and 20_000 < len(sheet) < 1_000_000
    assert 1 <= sheet.count(b"/Type /Page\n") <= 3
    # A4, in points.
    assert b"/MediaBox [0 0 594" in sheet or b"/MediaBox [0 0 595" in sheet


def test_a_keyboard_leads_past_the_frame_and_through_the_page(browser: Browser, server: Site) -> None:
    with visit(browser, server) as window:
        page = window.opens("/figures/placements_map.html?year=2024", "kk")
        page.keyboard.press("Tab")
        assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index]
        page.keyboard.press("Enter")
        assert page.url.endswith("#main")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**year=2023*")


def test_another_site_may_show_the_frame_and_nothing_else_of_ours(
    browser: Browser, server: Site, tmp_path: Path
) -> None:
    address = f"{server.address}/figures/placements_by_year.html?lang=en"
    frames = "".join(f'<iframe src="{to}"></iframe>' for to in (f"{address}&amp;embed=1", address))
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>Paper</title>{frames}")
    with elsewhere(tmp_path) as paper, browser.new_context() as context:
        page = context.new_page()
        page.goto(paper, wait_until="networkidle")
        framed, whole = page.frames[1:]
        assert framed.locator("svg.chart").count() == 2
        assert not whole.locator("svg.chart").count()


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """Another site, which shows what lies in a folder."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}/"
        site.shutdown()
