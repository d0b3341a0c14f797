"""What a card offers to copy, taken by keyboard alone and read from the clipboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.reader import LANGUAGES, settle
from tests.e2e.site import Site

NAME = "placements_by_country"
FIRST = {"link": "http", "apa": "http", "frame": "<iframe ", "picture": "<img ", "sentence": "2024"}
COPIED = {"kk": "Көшірілді", "ru": "Скопировано", "en": "Copied"}
# Steps of Tab from the heading of the fold to its last button.
STEPS = 60


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(permissions=["clipboard-read", "clipboard-write"]) as context:
        yield context.new_page()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_link_citation_embed_and_sentence_are_copied_by_keyboard(page: Page, server: Site, lang: str) -> None:
    page.goto(f"{server.address}/abroad?lang={lang}&year=2024")
    settle(page)
    card = page.locator(f".st-key-card_{NAME}")
    card.locator("[data-testid=stExpander] summary").nth(1).focus()
    page.keyboard.press("Enter")
    card.locator("button[data-copy]").first.wait_for()
    settle(page)
    copied: dict[str, str] = {}
    for _ in range(STEPS):
        page.keyboard.press("Tab")
        what = page.evaluate("() => document.activeElement.dataset?.copy ?? ''").removesuffix(f"_{NAME}")
        if what in FIRST and what not in copied:
            page.keyboard.press("Enter")
            page.get_by_text(COPIED[lang], exact=True).wait_for()
            copied[what] = page.evaluate("() => navigator.clipboard.readText()")
        if copied.keys() == FIRST.keys():
            break
    assert copied.keys() == FIRST.keys()
    assert {what: text for what, text in copied.items() if FIRST[what] not in text} == {}
    figure = f"{server.address}/figures/{NAME}"
    assert copied["link"] == f"{figure}.html?lang={lang}&year=2024"
    assert all(f"{figure}." in copied[what] and f"lang={lang}" in copied[what] for what in ("apa", "frame", "picture"))
