"""A site in; a reader of it with a screen, a language and a taste for light or dark out, who notes all trouble."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from playwright.sync_api import Browser, Page, WebSocket, sync_playwright

from tests.browser import MISSING, chromium

PAGES = ("/", "/abroad", "/un-volunteers", "/at-home", "/sources", "/methodology", "/download", "/register")
LANGUAGES = ("kk", "ru", "en")
HEIGHTS = {1280: 900, 390: 844}
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")

# Maps are drawn by software where there is no graphics card; the browser itself calls nobody.
SWITCHES = (
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

SETTLED = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    const all = (where) => [...document.querySelectorAll(`[data-testid=${where}]`)];
    return app?.dataset.testScriptState === 'notRunning'
        && app.dataset.testConnectionState === 'CONNECTED'
        && document.querySelector('[data-testid=stMain] [data-testid=stElementContainer]') !== null
        && document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner], [data-stale=true]') === null
        && all('stPlotlyChart').every((chart) => chart.querySelector('.main-svg'))
        && all('stDeckGlJsonChart').every((map) => map.querySelector('canvas'))
        && document.fonts.status === 'loaded';
}"""


@dataclass(frozen=True)
class Screen:
    """How a reader looks at the site."""

    lang: str
    width: int
    theme: Theme

    def __str__(self) -> str:
        return f"{self.lang}-{self.width}-{self.theme}"


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser of this machine; without one, the sentence that says what to install."""
    path = chromium()
    assert path is not None, MISSING
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=list(SWITCHES)) as browser,
    ):
        yield browser


class Reader:
    """One window of one reader. `trouble` holds console errors, exceptions and requests to other hosts."""

    def __init__(self, browser: Browser, address: str, screen: Screen) -> None:
        self.address = address
        self.screen = screen
        self.trouble: list[str] = []
        self.context = browser.new_context(
            viewport={"width": screen.width, "height": HEIGHTS[screen.width]},
            color_scheme=screen.theme,
            locale=screen.lang,
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(30_000)
        self.context.on("console", lambda said: self.note(said.type == "error", f"console: {said.text}"))
        self.context.on("weberror", lambda failed: self.note(True, f"exception: {failed.error}"))
        self.context.on("request", lambda asked: self.note(self.is_elsewhere(asked.url), f"request: {asked.url}"))
        self.page = self.context.new_page()
        self.page.on("websocket", self.listen)

    def opens(self, path: str, **query: str) -> Page:
        """This path in the reader's language, loaded anew in the one tab, once everything on it stands still."""
        self.trouble.clear()
        chosen = "&".join(f"{name}={value}" for name, value in ({"lang": self.screen.lang} | query).items())
        self.page.goto(f"{self.address}{path}?{chosen}", wait_until="commit")
        settle(self.page)
        return self.page

    def note(self, wrong: bool, what: str) -> None:
        """Keep what went wrong."""
        if wrong:
            self.trouble.append(what)

    def listen(self, socket: WebSocket) -> None:
        """Keep a socket to another host."""
        self.note(self.is_elsewhere(socket.url), f"socket: {socket.url}")

    def is_elsewhere(self, url: str) -> bool:
        """Whether this address leaves the site."""
        host = self.address.removeprefix("http")
        return not url.startswith((f"http{host}/", f"ws{host}/", "data:", "blob:"))


def settle(page: Page) -> None:
    """Wait until the script has run, every chart is drawn and the fonts are there, and stays so for a moment."""
    page.wait_for_function(SETTLED)
    page.wait_for_timeout(250)
    page.wait_for_function(SETTLED)
