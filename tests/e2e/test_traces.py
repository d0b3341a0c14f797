"""Every number on every page leads to where it comes from, and every claim is on some page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from dashboard import data
from tests.e2e.reader import PAGES, Reader, Screen, settle
from tests.e2e.traces import untraced, wrong_ticks

SCREEN = Screen("en", 1280, "light")
CARDS = "[data-testid=stExpander]"
# What is in a card is sent once it is unfolded.
FILLED = "(index) => document.querySelectorAll('[data-testid=stExpander]')[index].querySelector('td, pre') !== null"
IDS = """() => [...document.querySelectorAll('[data-trace]')].flatMap((element) => element.dataset.trace.split(' '))"""


def open_all(page: Page) -> None:
    """Unfold every card, one after the other as a reader would: table, definition, downloads; then every list."""
    for index in range(page.locator(CARDS).count()):
        # The first: within a card there are lists that fold as well.
        page.locator(CARDS).nth(index).locator("summary").first.click()
        page.wait_for_function(FILLED, arg=index)
    page.evaluate("() => document.querySelectorAll('details:not([open]) > summary').forEach((fold) => fold.click())")
    settle(page)


# The register has so many cards that opening them all takes half a minute.
@pytest.mark.parametrize(
    "path", [pytest.param(path, marks=() if path == "/abroad" else pytest.mark.matrix) for path in PAGES]
)
def test_every_number_can_be_traced(reader: Callable[[Screen], Reader], path: str) -> None:
    page = reader(SCREEN).opens(path)
    open_all(page)
    assert not untraced(page)
    assert not wrong_ticks(page)


@pytest.mark.parametrize("planted", ["<p>41 volunteers</p>", "<p data-trace='NO-SUCH-CLAIM'>2.33</p>", "<td>7/3</td>"])
def test_a_planted_number_is_found(reader: Callable[[Screen], Reader], planted: str) -> None:
    page = reader(SCREEN).opens("/methodology")
    page.evaluate(
        "(html) => document.querySelector('[data-testid=stMain]').insertAdjacentHTML('beforeend', html)", planted
    )
    assert untraced(page)


def test_a_number_planted_in_a_chart_is_found(reader: Callable[[Screen], Reader]) -> None:
    page = reader(SCREEN).opens("/at-home")
    page.evaluate("() => { document.querySelector('.js-plotly-plot').layout.annotations[0].text = '2.25 a year'; }")
    page.evaluate("() => { document.querySelector('.js-plotly-plot').layout.annotations[0].name = ''; }")
    assert any("2.25" in said for said in untraced(page))


def test_a_scale_that_says_another_number_is_found(reader: Callable[[Screen], Reader]) -> None:
    page = reader(SCREEN).opens("/at-home")
    page.evaluate("() => { document.querySelector('.js-plotly-plot').layout.yaxis.ticktext[1] = '101,000'; }")
    assert any("101,000" in said for said in wrong_ticks(page))


def test_every_claim_can_be_reached(reader: Callable[[Screen], Reader]) -> None:
    page = reader(SCREEN).opens("/sources")
    assert set(data.query("claims")["claim"]) <= set(page.evaluate(IDS))
