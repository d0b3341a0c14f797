"""Charts in a real browser: they answer mouse, finger and keyboard alike, let the page scroll, and hide no word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard import catalog
from dashboard.catalog import EVERY_CHART, EVERY_PAGE
from dashboard.figures.style import BLUE, rgb
from dashboard.i18n import Language
from tests.e2e.marks import CROWDED, Mark, marks
from tests.e2e.reader import LANGUAGES, Reader, Screen, settle
from tests.e2e.site import Site
from tests.e2e.test_pages import TOO_WIDE, barriers

# What is shown in one language as usual, in another with the matrix.
MORE = pytest.mark.matrix
PAGES = [page for page in EVERY_PAGE.values() if page.charts]
WIDTHS = (320, 390, 768, 1280)
# A timeline, a comparison, a matrix; on which page each stands.
TIMELINE, COMPARISON, MATRIX = "volunteers_at_home_by_year", "un_volunteers_by_region", "register_by_host_and_agency"
# What moves while the page comes: whether a chart is among it, and by how much.
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((each) => [
    each.sources.some((one) => one.node?.parentElement?.closest('.stPlotlyChart')), each.value,
]))).observe({ type: 'layout-shift', buffered: true })"""
SCROLLED = "() => document.querySelector('[data-testid=stMain]').scrollTop"


def path_of(chart: str) -> str:
    return next(page.path for page in PAGES if chart in page.charts)


def card(page: Page, chart: str) -> Locator:
    return page.locator(f".st-key-card_{chart}")


def opened(reader: Callable[[Screen], Reader], lang: str, chart: str, width: int = 1280) -> Locator:
    return card(reader(Screen(lang, width, "light")).opens(path_of(chart)), chart)


def pointed_at(at: Locator, mark: Mark) -> str:
    """What stands beside the pointer."""
    at.page.mouse.move(mark.x - 8, mark.y)
    at.page.mouse.move(mark.x, mark.y, steps=4)
    shown = at.locator(".hoverlayer .hovertext")
    shown.first.wait_for()
    return str(shown.first.text_content())


@pytest.mark.parametrize(
    ("lang", "chart"),
    [
        *(("kk", TIMELINE), ("ru", COMPARISON)),
        *(
            pytest.param(*each, marks=MORE)
            for each in (("ru", TIMELINE), ("kk", COMPARISON), ("kk", MATRIX), ("ru", MATRIX))
        ),
    ],
)
def test_pointing_at_a_mark_shows_its_number_who_said_it_and_what_it_counts(
    reader: Callable[[Screen], Reader], lang: str, chart: str
) -> None:
    at = opened(reader, lang, chart)
    for mark in marks(at)[:: 6 if chart != MATRIX else 40]:
        shown = pointed_at(at, mark)
        # Marks that lie on one another are told one at a time.
        told = [other.said for other in marks(at) if other.said[0] in shown]
        assert any(all(line in shown for line in lines) for lines in told), shown
        assert len(mark.said) >= 3


@pytest.mark.parametrize(
    ("lang", "chart"),
    [("ru", COMPARISON), ("kk", MATRIX), *(pytest.param(lang, TIMELINE, marks=MORE) for lang in ("kk", "ru"))],
)
def test_a_click_opens_the_statement_and_a_second_one_closes_it(
    reader: Callable[[Screen], Reader], lang: str, chart: str
) -> None:
    at, t = opened(reader, lang, chart), Language(lang)
    drawn = at.locator(".js-plotly-plot").evaluate_handle("(chart) => chart")
    statement = at.locator(".statement")
    mark = clicked(at)
    expect(statement).to_contain_text(mark.said[0])
    expect(statement).to_contain_text(t("Copy the sentence"))
    assert f"figure={chart}&statement=" in at.page.url
    assert chart == MATRIX or statement.locator("a[href^=http]").count()
    settle(at.page)
    assert drawn.evaluate("(chart) => chart.isConnected"), "the chart was not drawn anew"
    assert ringed(at) == 1
    assert chart != TIMELINE or not barriers(at.page)
    clicked(at)
    expect(statement).to_have_count(0)
    assert "statement=" not in at.page.url


def clicked(at: Locator) -> Mark:
    """The last mark of a chart, when it has been clicked."""
    mark = marks(at)[-1]
    pointed_at(at, mark)
    at.page.mouse.click(mark.x, mark.y)
    return mark


def ringed(at: Locator) -> int:
    """Marks with a ring of three pixels; all others are as they were."""
    widths = "(all) => all.map((one) => getComputedStyle(one).strokeWidth)"
    return int(at.locator(".point path, path.point").evaluate_all(widths).count("3px"))


@pytest.mark.parametrize("lang", [pytest.param("kk", marks=MORE), "ru"])
def test_by_keyboard_the_rows_of_the_table_open_the_same(reader: Callable[[Screen], Reader], lang: str) -> None:
    at = opened(reader, lang, TIMELINE)
    at.locator("[data-testid=stExpander] summary").first.focus()
    at.page.keyboard.press("Enter")
    row = at.locator("tr:has(a[data-statement])").nth(4)
    row.wait_for()
    settle(at.page)
    number = row.locator("td").all_inner_texts()
    row.locator("a[data-statement]").focus()
    at.page.keyboard.press("Enter")
    statement = at.locator(".statement")
    expect(statement).to_be_focused()
    assert statement.locator(".big").first.inner_text() in number
    assert statement.get_attribute("data-opened") == row.locator("a[data-statement]").get_attribute("data-statement")
    settle(at.page)
    assert ringed(at) == 1
    at.page.keyboard.press("Tab")
    at.page.go_back()
    expect(statement).to_have_count(0)


def test_a_statement_that_is_closed_lets_its_mark_go(reader: Callable[[Screen], Reader]) -> None:
    at = opened(reader, "ru", TIMELINE)
    clicked(at)
    at.locator(f".st-key-close_{TIMELINE} button").click()
    expect(at.locator(".statement")).to_have_count(0)
    settle(at.page)
    assert ringed(at) == 0 and "statement=" not in at.page.url


def test_the_page_scrolls_over_a_chart_by_wheel(reader: Callable[[Screen], Reader]) -> None:
    at = opened(reader, "kk", TIMELINE)
    mark = marks(at)[0]
    at.page.mouse.move(mark.x, mark.y)
    before = at.page.evaluate(SCROLLED)
    at.page.mouse.wheel(0, 200)
    at.page.wait_for_timeout(300)
    assert at.page.evaluate(SCROLLED) == before + 200


@contextmanager
def phone(browser: Browser, server: Site, lang: str, chart: str, width: int = 390) -> Iterator[Locator]:
    with browser.new_context(
        viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    ) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(f"{server.address}{path_of(chart)}?lang={lang}")
        settle(page)
        yield card(page, chart)


@pytest.mark.parametrize("lang", ["kk", pytest.param("ru", marks=MORE)])
def test_one_tap_shows_a_mark_and_opens_its_statement(browser: Browser, server: Site, lang: str) -> None:
    with phone(browser, server, lang, TIMELINE, 320) as at:
        mark = marks(at)[-1]
        at.page.touchscreen.tap(mark.x, mark.y)
        expect(at.locator(".hoverlayer .hovertext").first).to_contain_text(mark.said[0])
        expect(at.locator(".statement")).to_contain_text(mark.said[0])
        assert not at.page.evaluate(TOO_WIDE)


def test_the_page_scrolls_over_a_chart_by_finger(browser: Browser, server: Site) -> None:
    with phone(browser, server, "kk", TIMELINE) as at:
        mark = marks(at)[0]
        before = at.page.evaluate(SCROLLED)
        finger = at.page.context.new_cdp_session(at.page)
        touch = {"x": mark.x, "y": mark.y}
        finger.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [touch]})
        for step in range(1, 9):
            touch = {"x": mark.x, "y": mark.y - 25 * step}
            finger.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [touch]})
        finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        at.page.wait_for_timeout(500)
        assert at.page.evaluate(SCROLLED) > before + 100
        assert at.locator(".statement").count() == 0


def test_with_high_contrast_what_is_chosen_is_seen_and_marks_keep_their_colours(browser: Browser, server: Site) -> None:
    with browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 900}) as context:
        context.set_default_timeout(60_000)
        page = context.new_page()
        page.goto(f"{server.address}/register?lang=kk&year=2024")
        settle(page)
        look = "(all) => all.map((one) => getComputedStyle(one).backgroundColor)"
        for name in ("scope", "count", "year"):
            group = page.locator(f".st-key-{name}")
            chosen = group.locator("[aria-checked=true]").evaluate_all(look)
            others = group.locator("[aria-checked=false]").evaluate_all(look)
            assert len(chosen) == 1 and others and chosen[0] not in others
        borders = "(all) => all.map((one) => getComputedStyle(one).borderTopWidth)"
        assert page.locator(".languages a[aria-current]").evaluate_all(borders) == ["2px"]
        here = page.locator(".st-key-navigation a").evaluate_all(borders)
        assert here.count("2px") == 1
        fills = "(all) => [...new Set(all.map((one) => getComputedStyle(one).fill))]"
        blue = f"rgb({', '.join(map(str, rgb(BLUE)))})"
        assert card(page, "register_by_host").locator(".point path").evaluate_all(fills) == [blue]


@pytest.mark.parametrize(
    ("page", "lang"),
    [
        # Two pages as usual, in a language each; all of them with the matrix.
        pytest.param(page, lang, marks=[] if i == j > 0 else pytest.mark.matrix)
        for (i, page), (j, lang) in product(enumerate(PAGES), enumerate(LANGUAGES))
    ],
    ids=lambda each: getattr(each, "code", each),
)
def test_no_word_of_a_chart_lies_on_another_or_is_cut_at_any_width(
    reader: Callable[[Screen], Reader], page: catalog.Page, lang: str
) -> None:
    at = reader(Screen(lang, 1280, "light")).opens(page.path)
    crowded = []
    for width in WIDTHS[::-1]:
        at.set_viewport_size({"width": width, "height": 900})
        settle(at)
        crowded += [f"{width}: {fault}" for fault in at.evaluate(CROWDED)]
        assert not at.evaluate(TOO_WIDE), f"{width}: sideways"
    at.set_viewport_size({"width": 1280, "height": 900})
    assert not crowded, "\n".join(crowded)


def test_a_word_on_another_is_found(reader: Callable[[Screen], Reader]) -> None:
    at = opened(reader, "kk", TIMELINE)
    at.evaluate("(card) => card.querySelector('.annotation').after(card.querySelector('.annotation').cloneNode(true))")
    assert [fault for fault in at.page.evaluate(CROWDED) if fault.startswith(f"{TIMELINE}:")]
    at.evaluate("(card) => card.querySelector('.annotation').setAttribute('transform', 'translate(-500, 0)')")
    assert [fault for fault in at.page.evaluate(CROWDED) if fault.startswith(f"{TIMELINE} cuts:")]


def test_a_chart_on_the_narrowest_phone_has_the_width_that_it_is_made_for(browser: Browser, server: Site) -> None:
    with phone(browser, server, "ru", TIMELINE, 320) as at:
        widths = at.page.locator(".stPlotlyChart").evaluate_all("(all) => all.map((one) => one.clientWidth)")
        assert len(widths) > 3 and min(widths) >= 272


def test_charts_come_without_moving_what_stands_below_them(browser: Browser, server: Site) -> None:
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(f"{server.address}/at-home?lang=kk")
        settle(page)
        assert page.evaluate("() => window.shifts.filter(([chart]) => chart)") == []


def test_every_chart_stands_on_a_page() -> None:
    assert {chart for page in PAGES for chart in page.charts} == {*EVERY_CHART}
