"""Words of page names, languages, widths and themes in; a picture of every matching page in shots/ out.

`make shots` takes them all; `python -m tests.e2e.shots abroad kk 390` only those that match each word.
"""

import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page

from tests.e2e.reader import HEIGHTS, LANGUAGES, PAGES, THEMES, Reader, Screen, launched
from tests.e2e.site import PROJECT, running
from tests.register import shown

FOLDER = PROJECT / "shots"
# Of a picture that is higher Chromium without a graphics card paints the upper part again.
HIGHEST = 8000
SCROLLED = "(top) => document.querySelector('[data-testid=stMain]').scrollTo(0, top)"
HEIGHT = "() => Math.ceil(document.querySelector('[data-testid=stMain]').scrollHeight)"


def shoot(browser: Browser, address: str, wanted: set[str]) -> None:
    """Take the wanted pictures, one reader a screen."""
    for screen in (Screen(*choices) for choices in product(LANGUAGES, HEIGHTS, THEMES)):
        reader = Reader(browser, address, screen)
        for path in PAGES:
            name = f"{path.strip('/') or 'overview'}-{screen}"
            if wanted <= {path.strip("/") or "overview", *str(screen).split("-")}:
                page = reader.opens(path)
                height = stretch(page, screen.width)
                for part, top in enumerate(range(0, height, HIGHEST)):
                    file = FOLDER / f"{name}{f'-{part + 1}' if part else ''}.png"
                    page.evaluate(SCROLLED, top)
                    page.wait_for_timeout(500)
                    page.screenshot(path=file)
                    print(file, *reader.trouble, sep="\n    ")
                page.set_viewport_size({"width": screen.width, "height": HEIGHTS[screen.width]})
        reader.context.close()


def stretch(page: Page, width: int) -> int:
    """Make the window so tall that nothing is left to scroll, or as tall as may be: Streamlit scrolls inside the page.
    The height of the page in pixels.
    """
    for _ in range(2):  # charts that come into sight may grow
        height = int(page.evaluate(HEIGHT))
        page.set_viewport_size({"width": width, "height": min(height, HIGHEST)})
        page.wait_for_timeout(1000)
    return int(page.evaluate(HEIGHT))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        shown.invent(Path(folder) / "releases")
        log, releases = Path(folder) / "log", Path(folder) / "releases"
        with running(log, releases=releases) as site, launched() as browser:
            shoot(browser, site.address, set(sys.argv[1:]))
