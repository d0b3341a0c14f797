"""Every page, in every language, width and theme, as a browser shows it."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e.reader import HEIGHTS, LANGUAGES, PAGES, THEMES, Reader, Screen, settle
from tests.e2e.words import foreign_words

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TOO_WIDE = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .some((box) => box.scrollWidth > box.clientWidth)"""
LANG = "() => document.documentElement.lang"
SCHEME = "() => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme"


def opened() -> Iterator[Any]:
    """Every page in each language; widths, light and dark in turn. As usual every second page once."""
    for (n, path), (i, lang), (j, width) in product(enumerate(PAGES), enumerate(LANGUAGES), enumerate(HEIGHTS)):
        usual = (i, j) == (n % len(LANGUAGES), n % len(HEIGHTS))
        if not usual and (n + i + j) % 2:
            continue
        screen = Screen(lang, width, THEMES[(n + i + j) // 2 % len(THEMES)])
        yield pytest.param(screen, path, marks=() if usual and n % 2 == 0 else pytest.mark.matrix)


@pytest.mark.parametrize(("screen", "path"), list(opened()), ids=str)
def test_a_page_opens_without_a_fault(reader: Callable[[Screen], Reader], screen: Screen, path: str) -> None:
    visitor = reader(screen)
    page = visitor.opens(path)
    unfold(page)
    faults: dict[str, list[str]] = {
        "trouble": visitor.trouble,
        "exceptions": page.locator("[data-testid=stException]").all_inner_texts(),
        "language": [said for said in [page.evaluate(LANG)] if said != screen.lang],
        "theme": [said for said in [page.evaluate(SCHEME)] if said != screen.theme],
        "sideways": [path] if page.evaluate(TOO_WIDE) else [],
        "words": foreign_words(page, screen.lang),
        "access": barriers(page),
    }
    lines = [f"{kind}: {fault}" for kind, found in faults.items() for fault in found]
    assert not lines, "\n".join(lines)


def unfold(page: Page) -> None:
    """Open what a reader may open, so that it is looked at too."""
    page.evaluate("() => document.querySelectorAll('details:not([open]) > summary').forEach((fold) => fold.click())")
    settle(page)


def barriers(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 AA: the rule, why, and where."""
    options = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {node['target']} {node['html'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]
