"""A register that is published while its page is open, and a server that cannot open the ministry's records."""

from __future__ import annotations

import json
import os
import re
import subprocess
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from dashboard import data
from tests.e2e.reader import Reader, Screen, settle
from tests.e2e.site import Site, running
from tests.register import publishing, shown

SCREEN = Screen("en", 1280, "light")
NAMES = re.compile(rf"\b{data.register.NAME.pattern}\b")
# root opens what nobody may, unless it gives these rights away.
AS_ANYBODY = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
IN_TIME = 10


def releases_in(page: Page) -> set[str]:
    """Names of all releases of the register in the whole page."""
    return {*NAMES.findall(page.content())} - {data.release()["release"]}


def largest(page: Page) -> str:
    """The number at the longest bar of the countries, the first: a chart writes its names before its numbers."""
    words = page.locator(".st-key-card_register_by_host .js-plotly-plot").inner_text().split()
    assert "Kenya" in words
    return str(next(word for word in words if word.isdigit()))


def health(site: Site) -> dict[str, str]:
    with urlopen(f"{site.address}/healthz", timeout=5) as answer:
        return dict(json.load(answer))


def choose(page: Page, year: str) -> None:
    page.get_by_role("radio", name=year, exact=True).click()
    page.wait_for_url(re.compile(f"year={year}"))
    settle(page)


def test_a_new_release_is_seen_without_a_restart_and_an_open_page_never_shows_two(
    browser: Browser, tmp_path: Path
) -> None:
    """Kenya in 2024: five people, and six in the release after."""
    first = shown.publish(tmp_path / "releases")["release"]
    with running(tmp_path / "log", releases=tmp_path / "releases") as site:
        reader = Reader(browser, site.address, SCREEN)
        page = reader.opens("/register", year="2024")
        assert releases_in(page) == {first}
        assert largest(page) == "5"

        second = shown.publish(tmp_path / "releases", shown.MORE)["release"]
        start = time.monotonic()
        while health(site)["register"] != second:
            assert time.monotonic() - start < IN_TIME
            time.sleep(0.1)

        # A part of the page that is opened now is of the release that the rest of it shows.
        card = page.locator(".st-key-card_register_by_host")
        card.locator("summary", has_text="The same numbers as a table").click()
        card.locator("td").first.wait_for()
        settle(page)
        assert releases_in(page) == {first}

        choose(page, "2023")
        assert releases_in(page) == {second}
        choose(page, "2024")
        assert releases_in(page) == {second}
        assert largest(page) == "6"
        assert reader.trouble == []
        reader.context.close()
        assert not site.complaints()


@pytest.mark.matrix
def test_a_release_that_is_taken_back_is_gone_from_an_open_page(browser: Browser, tmp_path: Path) -> None:
    """`current` is no longer there: the page leads to the start, as the address of a page does that is not known."""
    shown.publish(tmp_path / "releases")
    with running(tmp_path / "log", releases=tmp_path / "releases") as site:
        reader = Reader(browser, site.address, SCREEN)
        page = reader.opens("/register")
        (tmp_path / "releases" / "current").unlink()
        page.get_by_role("radio", name="2023", exact=True).click()
        page.get_by_role("heading", name="Register of volunteers").wait_for(state="detached")
        settle(page)
        assert releases_in(page) == set()
        assert page.locator("[data-testid=stException]").count() == 0
        reader.context.close()
        assert not site.complaints()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store from which a register was published, which nobody can open; the server is told where it is."""
    assert publishing.publish(tmp_path, publishing.register(tmp_path)) == 0
    private = tmp_path / "private"
    monkeypatch.setenv("REGISTER_DIR", str(private))
    private.chmod(0o000)
    asked = subprocess.run([*AS_ANYBODY, "ls", str(private)], capture_output=True, check=False)
    assert asked.returncode != 0, "the folder can be opened"
    return private


@pytest.mark.matrix
def test_the_site_needs_nothing_of_the_private_store(browser: Browser, store: Path) -> None:
    with running(store.with_name("log"), releases=store.with_name("releases"), through=AS_ANYBODY) as site:
        assert health(site)["register"] == publishing.shown(store.parent)
        reader = Reader(browser, site.address, SCREEN)
        assert largest(reader.opens("/register", year="2024")) == "12"
        assert reader.trouble == []
        reader.context.close()
        for form in ("html", "csv", "xlsx", "json", "svg"):
            with urlopen(f"{site.address}/figures/register_by_host.{form}?lang=en&year=2024", timeout=60) as answer:
                assert answer.status == 200
        assert not site.complaints()
