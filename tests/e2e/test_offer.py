"""A reader whom the app does not reach is offered its light pages; a reader whom it reaches never is."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.i18n import Language
from tests.e2e.proxy import standing_before
from tests.e2e.reader import LANGUAGES, THEMES, Theme, settle
from tests.e2e.site import Site

pytestmark = pytest.mark.matrix

# In one language as usual, in the others with the matrix.
EACH_LANGUAGE = list(LANGUAGES)
LINK = "#offer a"
REMOVED = "delete window.WebSocket"
# When the offer was first there, in milliseconds after the page was asked for.
WATCHED = """new MutationObserver(() => {
    if (document.querySelector('#offer a')) window.offeredAt ??= performance.now();
}).observe(document, { subtree: true, childList: true })"""
OFFERED = "() => window.offeredAt ?? null"
SIX_SECONDS = "() => new Promise((done) => setTimeout(done, 6_000 - performance.now()))"


@contextmanager
def opened(browser: Browser, address: str, script: str = "", theme: Theme = "light") -> Iterator[Page]:
    """A page in a fresh window, in which the script runs before all others."""
    with browser.new_context(color_scheme=theme, locale="en", reduced_motion="reduce") as context:
        page = context.new_page()
        page.add_init_script(f"{WATCHED};{script}")
        page.goto(address, wait_until="commit")
        yield page


@pytest.mark.parametrize("lang", EACH_LANGUAGE)
def test_without_websockets_the_light_pages_are_offered_within_five_seconds(
    browser: Browser, server: Site, lang: str
) -> None:
    t = Language(lang)
    with opened(browser, f"{server.address}/abroad?lang={lang}&year=2024", REMOVED) as page:
        expect(page.locator(LINK)).to_be_visible(timeout=5_000)
        assert page.evaluate(OFFERED) < 5_000
        assert page.locator(LINK).inner_text() == t("See the figures of this page in a light version")
        said = page.get_by_role("status").filter(has=page.locator("a")).inner_text()
        assert said.startswith(t("This page needs a lasting connection to the server, and there is none so far."))
        page.keyboard.press("Tab")
        expect(page.locator(LINK)).to_be_focused()
        with page.expect_request(f"{server.address}/figures?lang={lang}&page=abroad&year=2024"):
            page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        ("/?lang=kk", "lang=kk&page=overview"),
        ("/at-home?lang=ru&year=2024", "lang=ru&page=at_home"),
        ("/abroad?lang=ru&year=1999", "lang=ru&page=abroad"),
        ("/un-volunteers", "lang=en&page=un_volunteers"),
    ],
)
def test_the_offer_leads_to_the_figures_of_the_page_that_was_asked_for(
    browser: Browser, server: Site, asked: str, offered: str
) -> None:
    with opened(browser, server.address + asked, REMOVED) as page:
        expect(page.locator(LINK)).to_have_attribute("href", f"/figures?{offered}")


@pytest.mark.parametrize("theme", THEMES)
def test_the_offer_can_be_read_by_everybody(browser: Browser, server: Site, theme: Theme) -> None:
    with opened(browser, f"{server.address}/abroad?lang=kk", REMOVED, theme) as page:
        page.wait_for_selector(LINK)
        assert Axe().run(page, context="#offer").response["violations"] == []


@pytest.mark.parametrize("refuses", [True, False], ids=["refused", "left waiting"])
def test_a_connection_that_comes_late_takes_the_offer_back(browser: Browser, server: Site, refuses: bool) -> None:
    with (
        standing_before(server, refuses=refuses) as proxy,
        opened(browser, f"{proxy.address}/abroad?lang=kk") as page,
    ):
        expect(page.locator(LINK)).to_be_visible(timeout=10_000)
        assert page.evaluate(OFFERED) < 5_000
        proxy.lets_pass.set()
        expect(page.locator(LINK)).to_have_count(0, timeout=30_000)
        settle(page)
        assert page.locator("h1").is_visible()


def test_a_connection_that_opens_and_stays_silent_is_none(browser: Browser, server: Site) -> None:
    with opened(browser, "about:blank") as page:
        page.route_web_socket("**/_stcore/stream", lambda socket: None)
        page.goto(f"{server.address}/abroad?lang=kk", wait_until="commit")
        expect(page.locator(LINK)).to_be_visible(timeout=10_000)


def test_a_reader_whom_the_app_reaches_is_offered_nothing(browser: Browser, server: Site) -> None:
    with opened(browser, f"{server.address}/methodology?lang=kk") as page:
        settle(page)
        # Once more out of the cache: what a busy machine needs for a first visit is not the question.
        page.reload(wait_until="commit")
        settle(page)
        page.evaluate(SIX_SECONDS)
        assert page.evaluate(OFFERED) is None
