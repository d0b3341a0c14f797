"""A hundred pictures asked for at once: some are drawn, the others are told when to come again, and the app goes on."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice, product

import pytest

from dashboard import press
from dashboard.catalog import CHARTS
from dashboard.i18n import LANGUAGES
from dashboard.press.browser import LINE
from tests.bench.stream import opened
from tests.browser import MISSING, chromium
from tests.e2e.site import Site, running

ASKED = 100
# Pages of the app that a reader gets while the pictures are asked for and drawn: the storm lasts some seconds.
LEAST = 5


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    path, folder = chromium(), tmp_path_factory.mktemp("storm")
    assert path is not None, MISSING
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHROME", path)
        patch.setenv("PRESS_CACHE", str(folder / "pictures"))
        with running(folder / "log") as site:
            yield site
    assert not site.complaints()


def addresses() -> Iterator[str]:
    for lang, size, name in product(LANGUAGES, press.SIZES, CHARTS):
        yield f"/figures/{name}.png?lang={lang}&size={size}"


def answer(site: Site, address: str, client: str) -> tuple[int, str | None]:
    """Status and Retry-After, as the web server in front of the dashboard would ask for a client of its own."""
    connection = http.client.HTTPConnection(site.address.removeprefix("http://"), timeout=120)
    try:
        connection.request("GET", address, headers={"X-Forwarded-For": client})
        said = connection.getresponse()
        said.read()
        return said.status, said.getheader("Retry-After")
    finally:
        connection.close()


async def storm(site: Site) -> tuple[list[tuple[int, str | None]], int, int]:
    """The answers to the pictures, and how many years of the app and signs of health came meanwhile."""
    reader = await opened(site.address, "/abroad", "lang=kk")
    years = health = 0
    with ThreadPoolExecutor(ASKED) as threads:
        asked = [
            threads.submit(answer, site, address, f"192.0.2.{number}")
            for number, address in enumerate(islice(addresses(), ASKED))
        ]
        while not all(each.done() for each in asked):
            await reader.change()
            years += 1
            health += (await asyncio.to_thread(answer, site, "/healthz", "192.0.2.250"))[0] == 200
    await reader.socket.close()
    return [each.result() for each in asked], years, health


@pytest.mark.matrix
def test_the_app_goes_on_while_a_hundred_pictures_are_asked_for(site: Site) -> None:
    answers, years, health = asyncio.run(storm(site))
    statuses = [status for status, _ in answers]
    assert set(statuses) <= {200, 503}
    assert statuses.count(200) >= LINE
    assert all(later is not None for status, later in answers if status == 503)
    assert years >= LEAST and health == years
