"""For tests in a real browser: the running site, the browser, and readers with screens of their own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.e2e.reader import Reader, Screen, launched
from tests.e2e.site import Site, running
from tests.register.shown import Releases


@pytest.fixture(autouse=True)
def register(releases: Releases, show: Callable[[Path], None]) -> None:
    """The register that the site shows, for what these tests ask of the data: the one with the most to show."""
    show(releases.synthetic)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory, releases: Releases) -> Iterator[Site]:
    """The site as `make run` serves it, with a register. When all is done, its log must hold no complaint."""
    with running(tmp_path_factory.mktemp("server") / "log", releases=releases.synthetic) as site:
        yield site
    assert not site.complaints()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser a module: while it is open, no other test of this process could run an event loop."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def reader(browser: Browser, server: Site) -> Callable[[Screen], Reader]:
    """The reader with this screen. One window stands open at a time; the next page in it comes out of its cache."""
    readers: list[Reader] = []

    def reader(screen: Screen) -> Reader:
        if not readers or readers[-1].screen != screen:
            while readers:
                readers.pop().context.close()
            readers.append(Reader(browser, server.address, screen))
        return readers[-1]

    return reader
