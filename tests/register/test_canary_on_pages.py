"""A person who is planted in a register can be found in nothing that the site sends, writes or says of it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import duckdb
import pytest
from playwright.sync_api import Page, WebSocket

from dashboard import data, press
from dashboard.catalog import REGISTER_CHARTS
from tests.e2e.reader import Reader, Screen, launched, settle
from tests.e2e.site import Site, running
from tests.register import canary, planted

pytestmark = pytest.mark.register

FORMS = ("html", "csv", "xlsx", "json")
PICTURES = [*(f"register_map.{form}?lang=kk" for form in press.FORMS), "register_by_sex.zip?lang=ru&year=2024"]
LISTS = ("/figures", "/figures?page=register&year=2024", "/figures.json", "/sitemap.xml", "/healthz", "/robots.txt")
# What is wrong with each is told to the reader.
WRONG = (
    "/figures/register_by_host.html?year=1812",
    "/figures/register_by_host.csv?lang=xx",
    "/figures/register_by_host.svg?size=nix",
    "/figures/register_by_host.png?scope=home",
    "/figures/register_of_people.json",
    "/register/people",
    "/data/releases/current/register.parquet",
    "/data/register.parquet",
)


def figures() -> Iterator[str]:
    """Every figure of the register with what it shows of one year, in turn in another language."""
    for number, (name, chart) in enumerate(sorted(REGISTER_CHARTS.items())):
        chosen = "&year=2024" if "year" in chart.parameters else ""
        yield from (f"/figures/{name}.{form}?lang={('kk', 'ru', 'en')[number % 3]}{chosen}" for form in FORMS)
    yield from (f"/figures/{name}" for name in PICTURES)


def keep(seen: Path, site: Site, path: str) -> int:
    """Put what is answered into a file, head and body; the status."""
    asked = Request(site.address + path, headers={"Accept-Encoding": "identity"})
    try:
        with urlopen(asked, timeout=120) as answer:
            status, head, body = answer.status, str(answer.headers), answer.read()
    except HTTPError as error:
        status, head, body = error.code, str(error.headers), error.read()
    (seen / f"{quote(path, safe='')} body").write_bytes(body)
    (seen / f"{quote(path, safe='')} head").write_text(head, encoding="utf-8")
    return int(status)


def unfold(page: Page) -> None:
    """The tables and the downloads of two cards."""
    for name in ("register_by_host", "register_and_claims"):
        for fold in page.locator(f".st-key-card_{name} [data-testid=stExpander]").all():
            fold.locator("summary").first.click()
            fold.locator("td, pre").first.wait_for(state="attached")
    settle(page)


def visit(seen: Path, site: Site) -> None:
    """Read the page of the register in a browser: each message that it sends and what it makes of them all."""
    number = count()
    (seen / "frames").mkdir()

    def keep_frame(payload: str | bytes) -> None:
        sent = payload.encode() if isinstance(payload, str) else payload
        (seen / "frames" / str(next(number))).write_bytes(sent)

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", keep_frame)

    with launched() as browser:
        reader = Reader(browser, site.address, Screen("en", 1280, "light"))
        reader.page.on("websocket", listen)
        for chosen in ({}, {"year": "2024", "scope": "home"}, {"year": "1812", "count": "assignments"}):
            page = reader.opens("/register", **chosen)
            unfold(page)
            (seen / f"page {len(chosen)}.html").write_text(page.content(), encoding="utf-8")
        page.screenshot(path=seen / "page.png", full_page=True)
        reader.context.close()


def unseen(places: list[str]) -> set[str]:
    """What is sent by the site in some form, of which none of the places is."""
    kinds = {"frames/", "page ", *(f".{form}%3F" for form in (*FORMS, *press.FORMS, "zip"))}
    return {kind for kind in kinds if not any(kind in place for place in places)}


@contextmanager
def served(left: Path) -> Iterator[tuple[Site, Path]]:
    """The site with the releases that a publication left, and an empty folder for what is seen of it."""
    (seen := left.with_name("seen")).mkdir()
    with running(seen / "log", releases=left / "releases") as site:
        yield site, seen


@pytest.fixture
def left(tmp_path: Path) -> Path:
    file = planted.write(tmp_path / "register.csv", planted.rows())
    assert planted.run(tmp_path / "left", file)["code"] == "0"
    return tmp_path / "left"


def test_a_planted_person_is_in_no_message_page_picture_file_or_error_of_the_site(left: Path) -> None:
    with served(left) as (site, seen):
        asked = {path: keep(seen, site, path) for path in (*figures(), *LISTS)}
        assert {path for path, status in asked.items() if status != 200} == set()
        wrong = {path: keep(seen, site, path) for path in WRONG}
        assert {path for path, status in wrong.items() if status == 200 and not path.startswith("/register/")} == set()
        visit(seen, site)
        assert len(list((seen / "frames").iterdir())) > 30
        assert site.complaints() == []
    # The search sees into each kind of file: what every one of them says is found in it.
    told = json.loads((left / "releases" / "current" / "release.json").read_text(encoding="utf-8"))["release"]
    assert unseen(canary.found(seen, {}, {"release": told.encode()})) == set()
    assert canary.found(seen, {}, canary.traces() | planted.keyed(left)) == []


def test_the_same_search_tells_on_a_release_whose_words_name_somebody(tmp_path: Path) -> None:
    file = planted.write(tmp_path / "register.csv", planted.rows())
    assert planted.run(tmp_path / "left", file, "tests.register.canary")["code"] == "0"
    with served(tmp_path / "left") as (site, seen):
        visit(seen, site)
    places = canary.found(seen, {}, canary.traces())
    assert any(place.startswith("frames/") for place in places)
    assert "page 0.html: key" in places


def test_and_on_one_whose_rows_do(left: Path) -> None:
    """An agency is called as a volunteer is."""
    release = left / "releases" / "current"
    rows = (release / data.register.ROWS).resolve()
    with duckdb.connect() as connection:
        named = f"* REPLACE (CASE code WHEN 'UNDP' THEN '{canary.KEY}' ELSE code END AS code)"
        table = connection.read_parquet(str(rows)).project(named).order("ALL").to_arrow_table()
        connection.from_arrow(table).write_parquet(str(rows))
    about = release / data.register.ABOUT
    said = json.loads(about.read_text(encoding="utf-8"))
    said["sha256"][data.register.ROWS] = hashlib.sha256(rows.read_bytes()).hexdigest()
    about.write_text(json.dumps(said), encoding="utf-8")
    with served(left) as (site, seen):
        for form in (*FORMS, *press.FORMS, "zip"):
            keep(seen, site, f"/figures/register_by_agency.{form}?lang=en")
        visit(seen, site)
    assert unseen(canary.found(seen, {}, canary.traces())) == set()
