"""What a card offers to copy, taken by keyboard alone and read from the clipboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from dashboard.i18n import Language
from tests.e2e.reader import LANGUAGES, settle
from tests.e2e.site import Site

pytestmark = pytest.mark.matrix

NAME = "placements_map"
FIRST = {"link": "http", "apa": "http", "frame": "<iframe ", "picture": "<img ", "sentence": "2024"}
COPIED = {"kk": "Көшірілді", "ru": "Скопировано", "en": "Copied"}
# Steps of Tab from the heading of the fold to its last button.
STEPS = 60

# In one language as usual, in the others with the matrix.
EACH_LANGUAGE = list(LANGUAGES)

# A browser without a clipboard for scripts: on a page without HTTPS there is none.
REFUSED = "navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
NEITHER = f"{REFUSED}; document.execCommand = () => false"


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context


@pytest.fixture
def page(window: BrowserContext) -> Iterator[Page]:
    with window.new_page() as page:
        yield page


def unfolded(page: Page, address: str) -> Locator:
    """The card, once what is in its fold has been sent: by keyboard, as all else here."""
    page.goto(address)
    settle(page)
    card = page.locator(f".st-key-card_{NAME}")
    assert card.locator("button[data-copy]").count() == 0, "what is folded is not sent"
    card.locator("[data-testid=stExpander] summary").nth(1).focus()
    page.keyboard.press("Enter")
    card.locator("button[data-copy]").first.wait_for()
    settle(page)
    return card


@pytest.mark.parametrize("lang", EACH_LANGUAGE)
def test_link_citation_embed_and_sentence_are_copied_by_keyboard(page: Page, server: Site, lang: str) -> None:
    unfolded(page, f"{server.address}/?lang={lang}&year=2024")
    copied: dict[str, str] = {}
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        what = page.evaluate("() => document.activeElement.dataset?.copy ?? ''").removesuffix(f"_{NAME}")
        if what in FIRST and what not in copied:
            page.keyboard.press("Enter")
            expect(said(page.locator(f"[data-copy={what}_{NAME}]"))).to_have_text(COPIED[lang])
            copied[what] = page.evaluate("() => navigator.clipboard.readText()")
        if copied.keys() == FIRST.keys():
            break
    assert copied.keys() == FIRST.keys()
    assert {what: text for what, text in copied.items() if FIRST[what] not in text} == {}
    figure = f"{server.address}/figures/{NAME}"
    assert copied["link"] == f"{figure}.html?lang={lang}&year=2024"
    assert all(f"{figure}." in copied[what] and f"lang={lang}" in copied[what] for what in ("apa", "frame", "picture"))


def pressed(page: Page, what: str) -> Locator:
    """Press the button by keyboard; gives the region in which a screen reader hears what happened."""
    button = page.locator(f"[data-copy={what}_{NAME}]")
    button.focus()
    page.keyboard.press("Space")
    return said(button)


def said(button: Locator) -> Locator:
    return button.locator("xpath=following-sibling::*[@role='status']")


def test_only_the_last_button_pressed_says_so(page: Page, server: Site) -> None:
    unfolded(page, f"{server.address}/?lang=en")
    first = pressed(page, "link")
    expect(first).to_have_text("Copied")
    expect(pressed(page, "sentence")).to_have_text("Copied")
    expect(first).to_have_text("")
    expect(pressed(page, "link")).to_have_text("Copied")


def test_a_citation_of_another_form_keeps_its_lines(page: Page, server: Site) -> None:
    card = unfolded(page, f"{server.address}/?lang=kk&year=2024")
    card.locator(".copy summary").focus()
    page.keyboard.press("Enter")
    expect(pressed(page, "bib")).to_have_text(COPIED["kk"])
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.startswith("@misc{") and len(copied.strip().splitlines()) == 9


def test_where_scripts_have_no_clipboard_it_is_copied_as_by_hand(page: Page, server: Site) -> None:
    page.add_init_script(REFUSED)
    unfolded(page, f"{server.address}/?lang=ru&year=2024")
    expect(pressed(page, "link")).to_have_text(COPIED["ru"])
    link = f"{server.address}/figures/{NAME}.html?lang=ru&year=2024"
    assert page.evaluate("() => navigator.clipboard.readText()") == link


@pytest.mark.parametrize("lang", EACH_LANGUAGE)
def test_where_nothing_may_copy_the_text_is_selected(page: Page, server: Site, lang: str) -> None:
    page.add_init_script(NEITHER)
    unfolded(page, f"{server.address}/?lang={lang}&year=2024")
    expect(pressed(page, "link")).to_have_text(Language(lang)("The text is selected: copy it now."))
    selected = page.evaluate("() => getSelection().toString()")
    assert selected == f"{server.address}/figures/{NAME}.html?lang={lang}&year=2024"


def test_a_picture_is_taken_in_the_size_and_colours_chosen_by_keyboard(page: Page, server: Site) -> None:
    card = unfolded(page, f"{server.address}/?lang=en&year=2024")
    link = card.get_by_role("link", name="Download PNG")
    for words, name, look in (("sizes", "Square", "square"), ("themes", "Dark", "square-dark")):
        card.locator(f".st-key-{words}_{NAME} input").focus()
        page.keyboard.type(name)
        expect(page.get_by_role("option")).to_have_count(1)
        page.keyboard.press("Enter")
        expect(link).to_have_attribute("download", f"{NAME}-2024-{look}-en.png")
        settle(page)
    expect(card.get_by_text("1080 × 1080 pixels")).to_be_visible()
    link.focus()
    with page.expect_download() as taken:
        page.keyboard.press("Enter")
    assert taken.value.suggested_filename == f"{NAME}-2024-square-dark-en.png"
    assert taken.value.path().read_bytes()[16:24] == (1080).to_bytes(4, "big") * 2
