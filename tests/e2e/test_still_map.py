"""The start page shows the map without WebGL, and in a real browser no label of it hides another."""

from collections.abc import Callable
from itertools import product

import pytest

from dashboard.figures import land
from dashboard.world import world
from tests.e2e.reader import HEIGHTS, LANGUAGES, Reader, Screen

CARD = ".st-key-card_placements_map"
SCREENS = [Screen(lang, width, "light") for lang, width in product(LANGUAGES, HEIGHTS)]
# Labels that leave the picture, and pairs of labels whose boxes meet.
HIDDEN = """(card) => {
    const box = (element) => element.getBoundingClientRect();
    const notes = [...card.querySelectorAll('.annotation')];
    const all = notes.map((note) => [note.textContent, box(note.querySelector('.bg'))]);
    const picture = box(card.querySelector('.main-svg'));
    const outside = all.filter(([, a]) => a.left < picture.left || a.right > picture.right
        || a.top < picture.top || a.bottom > picture.bottom);
    const meeting = all.flatMap(([one, a], i) => all.slice(i + 1).filter(([, b]) => a.left < b.right && b.left < a.right
        && a.top < b.bottom && b.top < a.bottom).map(([two]) => `${one} | ${two}`));
    return [...outside.map(([text]) => text), ...meeting];
}"""
# Words that are wider than the box behind them.
CUT = """(card) => [...card.querySelectorAll('.annotation')].filter((note) =>
    note.querySelector('text').getBoundingClientRect().width > note.querySelector('.bg').getBoundingClientRect().width
).map((note) => note.textContent)"""


@pytest.mark.parametrize("screen", SCREENS, ids=str)
@pytest.mark.parametrize(
    "year", ["all", *(pytest.param(year, marks=pytest.mark.matrix) for year in ("2020", "2022", "2024"))]
)
def test_no_label_hides_another_in_the_browser(reader: Callable[[Screen], Reader], screen: Screen, year: str) -> None:
    card = reader(screen).opens("/", year=year).locator(CARD)
    assert card.locator(".annotation").count() >= 1
    assert card.evaluate(HIDDEN) == []
    assert card.evaluate(CUT) == []


def test_the_start_page_has_no_webgl_and_the_page_on_volunteers_abroad_has(reader: Callable[[Screen], Reader]) -> None:
    visitor = reader(SCREENS[0])
    page = visitor.opens("/")
    assert page.locator("[data-testid=stDeckGlJsonChart], canvas").count() == 0
    assert page.locator(f"{CARD} [data-testid=stPlotlyChart]").count() == 1
    assert visitor.opens("/abroad").locator(f"{CARD} [data-testid=stDeckGlJsonChart] canvas").count() >= 1


def test_the_land_is_shown_by_its_address(reader: Callable[[Screen], Reader]) -> None:
    """Painted into the page by the browser, it would be larger than all the rest."""
    page = reader(SCREENS[0]).opens("/")
    assert page.locator(f"{CARD} image").get_attribute("href") == land.address(world())
