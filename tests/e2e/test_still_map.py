"""The start page shows the map without WebGL, and in a real browser no label of it hides another."""

from collections.abc import Callable
from itertools import product

import pytest

from dashboard import figures
from dashboard.figures import land
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.i18n import Language
from dashboard.view import view
from dashboard.world import world
from tests.e2e.reader import HEIGHTS, LANGUAGES, Reader, Screen

pytestmark = pytest.mark.matrix

CARD = ".st-key-card_placements_map"
SCREENS = [Screen(lang, width, "light") for lang, width in product(LANGUAGES, HEIGHTS)]
# Labels that leave the picture, and pairs of labels whose boxes meet.
HIDDEN = """(card) => {
    const box = (element) => element.getBoundingClientRect();
    const all = [...card.querySelectorAll('.map span')].map((label) => [label.textContent, box(label)]);
    const picture = box(card.querySelector('.map'));
    const outside = all.filter(([, a]) => a.left < picture.left || a.right > picture.right
        || a.top < picture.top || a.bottom > picture.bottom);
    const meeting = all.flatMap(([one, a], i) => all.slice(i + 1).filter(([, b]) => a.left < b.right && b.left < a.right
        && a.top < b.bottom && b.top < a.bottom).map(([two]) => `${one} | ${two}`));
    return [...outside.map(([text]) => text), ...meeting];
}"""
# The middle of each label, from the middle and the upper edge of the map.
MIDDLES = """(card) => {
    const map = card.querySelector('.map').getBoundingClientRect();
    return [...card.querySelectorAll('.map span')].map((label) => {
        const box = label.getBoundingClientRect();
        return [(box.left + box.right - map.left - map.right) / 2, (box.top + box.bottom) / 2 - map.top];
    });
}"""


@pytest.mark.parametrize(
    ("screen", "year"),
    [
        # Each year in every language, at one width and another in turn.
        (screen, year)
        for (number, screen), (n, year) in product(enumerate(SCREENS), enumerate(("all", "2020", "2022", "2024")))
        if year == "all" or (number + n) % 2 == 0
    ],
    ids=str,
)
def test_no_label_hides_another_in_the_browser(reader: Callable[[Screen], Reader], screen: Screen, year: str) -> None:
    card = reader(screen).opens("/", year=year).locator(CARD)
    assert card.locator(".map span").count() >= 1
    assert card.evaluate(HIDDEN) == []


def test_the_start_page_has_no_webgl_and_the_page_on_volunteers_abroad_has(reader: Callable[[Screen], Reader]) -> None:
    visitor = reader(SCREENS[0])
    page = visitor.opens("/")
    assert page.locator("[data-testid=stDeckGlJsonChart], canvas").count() == 0
    assert page.locator(f"{CARD} .map").count() == 1
    assert visitor.opens("/abroad").locator(f"{CARD} [data-testid=stDeckGlJsonChart] canvas").count() >= 1


def test_the_browser_keeps_every_part_of_the_map(reader: Callable[[Screen], Reader]) -> None:
    """Streamlit takes out of HTML what it holds to be unsafe."""
    card = reader(SCREENS[0]).opens("/", year="2024").locator(CARD)
    pictures = card.locator(".map img").evaluate_all("all => all.map((one) => [one.complete, one.naturalWidth > 0])")
    assert pictures == [[True, True], [True, True]]
    assert land.address(world()) in (card.locator(".map img").first.get_attribute("src") or "")
    shown = view(figures.placements_map, Language(SCREENS[0].lang), (("year", 2024),))
    assert shown.alt == card.locator(".map").get_attribute("aria-label")


@pytest.mark.parametrize("screen", SCREENS[:2], ids=str)
def test_labels_stand_where_they_were_placed(reader: Callable[[Screen], Reader], screen: Screen) -> None:
    card = reader(screen).opens("/", year="2024").locator(CARD)
    shown = view(figures.placements_map, Language(screen.lang), (("year", 2024),))
    layout = placements_map_still(shown.df, shown.t, world(), PAGE).to_plotly_json()["layout"]
    (west, east), (south, north) = (layout[axis]["range"] for axis in ("xaxis", "yaxis"))
    scale = layout["height"] / (south - north)
    placed = [
        (
            (note["x"] - (west + east) / 2) * scale + (note["ax"] if note["showarrow"] else note["xshift"]),
            (note["y"] - north) * scale + (note["ay"] if note["showarrow"] else -note["yshift"]),
        )
        for note in layout["annotations"]
    ]
    for found, wanted in zip(card.evaluate(MIDDLES), placed, strict=True):
        assert found == pytest.approx(wanted, abs=1)


def test_on_the_narrowest_screen_no_label_is_cut(reader: Callable[[Screen], Reader]) -> None:
    page = reader(SCREENS[0]).opens("/", year="2022")
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.locator(CARD).evaluate(HIDDEN) == []
