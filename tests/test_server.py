"""The server as it is started for readers: what it answers, in which language, how large and how safely."""

import asyncio
import gzip
import hashlib
import http.client
import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPMessage
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

import pyarrow
import pytest
from playwright.sync_api import Page, Response, sync_playwright

from dashboard import catalog, data
from dashboard.figures.land import address, picture
from dashboard.i18n import Language
from dashboard.server import compression, land_url
from dashboard.world import geojson, world
from tests.browser import MISSING, chromium
from tests.e2e.reader import SWITCHES
from tests.e2e.site import PROJECT, Site, free_port, running
from tests.register.shown import Releases

PAGES = ["/abroad", "/un-volunteers", "/at-home", "/sources", "/methodology", "/download", "/register"]
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
CONFIG = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text())
STATIC = PROJECT / "dashboard" / "static"

Answer = tuple[int, HTTPMessage, bytes]
Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, releases: Releases) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("server") / "log", releases=releases.hand) as site:
        yield site


@pytest.fixture
def ask(site: Site) -> Ask:
    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=30)
        connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        body = answer.read() if answer.status != 101 else b""
        connection.close()
        return answer.status, answer.headers, body

    return ask


@pytest.mark.parametrize("page", [*PAGES, "/no/such/page"])
def test_what_a_browser_asks_under_a_deep_link_is_answered(ask: Ask, page: str) -> None:
    assert ask(f"{page}/_stcore/health")[::2] == (200, b"ok")
    assert json.loads(ask(f"{page}/_stcore/host-config")[2])["allowedOrigins"] == []


@pytest.mark.parametrize(
    ("query", "accept", "lang"),
    [
        ("?lang=ru", "en", "ru"),
        ("?only=disagreements&lang=en", "kk", "en"),
        ("", "de, ru;q=0.8, en;q=0.5", "ru"),
        ("?lang=xx", "en-GB", "en"),
        ("?lang=kk&lang=ru", "en", "en"),
        ("", "de", "kk"),
    ],
)
@pytest.mark.parametrize("encoding", ["gzip, deflate, br", "identity"])
def test_a_page_arrives_in_the_language_of_the_reader(
    ask: Ask, query: str, accept: str, lang: str, encoding: str
) -> None:
    _, headers, body = ask(f"/abroad{query}", Accept_Language=accept, Accept_Encoding=encoding)
    html = unpacked(headers, body)
    assert f'<html lang="{lang}">' in html
    assert f"<title>{catalog.page_title('/abroad', lang)}</title>" in html
    assert headers["Content-Language"] == lang
    assert headers["Vary"] == "Accept-Language, Accept-Encoding"
    assert headers["ETag"] is None, "else a browser would keep the page of another language"


def test_without_scripts_the_page_says_so_in_three_languages(ask: Ask) -> None:
    html = ask("/")[2].decode()
    said = re.findall(r'<p lang="(\w\w)">[^<]*JavaScript', html.partition("<noscript>")[2])
    assert said == ["kk", "ru", "en"]


def test_the_page_knows_its_server_and_fetches_nothing_in_vain(ask: Ask) -> None:
    html = ask("/abroad")[2].decode()
    assert "BACKEND_BASE_URL: location.origin" in html
    assert 'as="font"' not in html and "agent" not in html
    assert not re.search(r'(?:src|href)="(?!/|http://127\.0\.0\.1:)', html), (
        "an address that is not absolute breaks a deep link"
    )


def test_the_page_may_ask_no_other_host(ask: Ask) -> None:
    policy = ask("/")[1]["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert not re.search(r"https?:|wss?:|\*|unsafe-eval(?<!wasm-unsafe-eval)", policy)


@pytest.mark.parametrize("path", ["/", "/healthz", "/robots.txt", land_url(), "/favicon.png", "/_stcore/health"])
def test_every_answer_carries_the_safety_headers(ask: Ask, path: str) -> None:
    status, headers, _ = ask(path)
    assert status == 200
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_an_unknown_page_leads_to_the_start_which_is_told(ask: Ask) -> None:
    status, headers, _ = ask("/no/such?lang=ru")
    assert (status, headers["Location"]) == (307, "/?lang=ru&page=no%2Fsuch")


def test_an_unknown_file_is_not_found(ask: Ask) -> None:
    assert ask("/static/js/gone.js", Accept_Encoding="gzip")[0] == 404


@pytest.mark.parametrize("code", ["br", "gzip"])
def test_a_script_is_compressed_and_kept_for_a_year(ask: Ask, code: str) -> None:
    path = script(ask)
    plain = ask(path)[2]
    _, headers, packed = ask(path, Accept_Encoding=f"deflate, {code}")
    assert headers["Content-Encoding"] == code
    assert "immutable" in headers["Cache-Control"]
    assert headers["Vary"] == "Accept-Encoding"
    assert unpacked(headers, packed) == plain.decode()
    assert len(packed) < len(plain) / 2


def test_a_part_of_a_script_is_not_compressed(ask: Ask) -> None:
    status, headers, part = ask(script(ask), Accept_Encoding="gzip", Range="bytes=0-9")
    assert (status, headers["Content-Encoding"], len(part)) == (206, None, 10)


def test_fifty_readers_cost_one_compression(monkeypatch: pytest.MonkeyPatch) -> None:
    packed: list[bytes] = []
    answers: list[bytes] = []

    def pack(body: bytes) -> bytes:
        packed.append(body)
        return gzip.compress(body)

    async def streamlit(scope, receive, send):
        headers = [(b"content-type", b"text/javascript"), (b"cache-control", b"public, immutable")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"let one = 1;", "more_body": True})
        await send({"type": "http.response.body", "body": b"let two = 2;"})

    async def wait():
        raise AssertionError

    async def keep(message):
        answers.append(message.get("body", b""))

    async def fifty() -> None:
        files = compression.KeptFiles(streamlit)
        headers = [(b"accept-encoding", b"gzip")]
        scope = {"type": "http", "method": "GET", "path": "/static/js/a.12345678.js", "headers": headers}
        await asyncio.gather(*(files(scope, wait, keep) for _ in range(50)))

    monkeypatch.setitem(compression.ENCODERS, "gzip", pack)
    asyncio.run(fifty())
    assert packed == [b"let one = 1;let two = 2;"]
    assert [gzip.decompress(body) for body in answers if body] == packed * 50


def test_the_land_is_fetched_once_and_is_the_release_s(ask: Ask) -> None:
    _, headers, body = ask(land_url("110m"), Accept_Encoding="gzip")
    land = json.loads(unpacked(headers, body))
    assert land == json.loads(geojson("110m"))
    assert {feature["properties"]["country"] for feature in land["features"]} >= {"KAZ", "KEN", "THA", "TUR"}
    assert headers["Content-Type"] == "application/geo+json"
    assert "immutable" in headers["Cache-Control"]
    assert headers["Access-Control-Allow-Origin"] is None


@pytest.mark.parametrize("digest", ["latest", "0123456789ab"])
def test_the_latest_land_is_found_and_no_older_one(ask: Ask, digest: str) -> None:
    status, headers, _ = ask(f"/land/110m-{digest}.json")
    assert (status, headers["Location"], headers["Cache-Control"]) == (307, land_url("110m"), "no-store")
    assert ask(f"/land/9m-{digest}.json")[0] == 404


def test_the_land_of_the_still_map_is_a_picture_that_browsers_keep(ask: Ask) -> None:
    today = address(world())
    _, headers, body = ask(today, Accept_Encoding="gzip")
    assert unpacked(headers, body).encode() == picture(world())
    assert headers["Content-Type"] == "image/svg+xml"
    assert "immutable" in headers["Cache-Control"]
    assert len(body) < 45_000
    status, headers, _ = ask("/land/110m-0123456789ab.svg")
    assert (status, headers["Location"], headers["Cache-Control"]) == (307, today, "no-store")
    assert ask("/land/50m-0123456789ab.svg")[0] == 404


def test_health_names_the_release_and_that_of_the_register(ask: Ask, releases: Releases) -> None:
    status, _, body = ask("/healthz")
    release = data.release()
    shown = {"release": release["release"], "as_of": release["as_of"]}
    register = {"register": (releases.hand / "current").readlink().name, "register_as_of": "2024-12-31"}
    assert status == 200
    assert json.loads(body) == {"status": "ok"} | shown | register


def test_search_engines_are_welcome(ask: Ask) -> None:
    assert b"Disallow" not in ask("/robots.txt")[2]


@pytest.mark.parametrize(("origin", "status"), [("http://elsewhere.example", 403), (None, 101), ("own", 101)])
@pytest.mark.parametrize("page", ["", "/abroad"])
def test_only_our_own_pages_may_open_the_socket(
    ask: Ask, site: Site, origin: str | None, status: int, page: str
) -> None:
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    }
    if origin:
        handshake["Origin"] = site.address if origin == "own" else origin
    assert ask(f"{page}/_stcore/stream", **handshake)[0] == status


def test_the_type_family_is_ours_and_is_kept_for_a_year(ask: Ask) -> None:
    for face in CONFIG["theme"]["fontFaces"]:
        status, headers, font = ask(face["url"])
        assert (status, headers["Content-Type"]) == (200, "font/woff2")
        assert hashlib.sha256(font).hexdigest()[:8] in face["url"], "a changed file needs a new name"
        assert "immutable" in headers["Cache-Control"]
    assert (STATIC / "inter-OFL.txt").exists()


def test_every_kazakh_letter_is_drawn_in_the_type_family(site: Site) -> None:
    with visited(f"{site.address}/abroad?lang=en", "h1") as (page, _):
        page.evaluate("letters => document.querySelector('h1').textContent = letters", KAZAKH + KAZAKH.upper())
        page.evaluate("() => document.fonts.ready.then(() => null)")
        devtools = page.context.new_cdp_session(page)
        devtools.send("DOM.enable")
        devtools.send("CSS.enable")
        root = devtools.send("DOM.getDocument")["root"]["nodeId"]
        title = devtools.send("DOM.querySelector", {"nodeId": root, "selector": "h1"})
        fonts = devtools.send("CSS.getPlatformFontsForNode", title)["fonts"]
    assert [(font["familyName"], font["isCustomFont"], font["glyphCount"]) for font in fonts] == [("Inter", True, 84)]


@pytest.mark.parametrize("command", [["uvicorn", "app:app", "--port"], ["streamlit", "run", "app.py", "--server.port"]])
def test_with_broken_data_the_server_says_so_and_does_not_start(tmp_path: Path, command: list[str]) -> None:
    project = copy_of_project(tmp_path)
    claims = project / "data" / "claims.parquet"
    claims.write_bytes(claims.read_bytes()[:100])
    ended = subprocess.run(
        [sys.executable, "-m", *command, str(free_port())], cwd=project, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1
    assert "claims.parquet" in ended.stderr and "make data" in ended.stderr
    assert "Traceback" not in ended.stderr and len(ended.stderr.strip().splitlines()) == 1


def test_a_page_that_fails_says_one_sentence_and_the_log_the_rest(tmp_path: Path) -> None:
    project = copy_of_project(tmp_path)
    (project / "pages" / "sources.py").write_text("raise ValueError('the inner works')\n")
    with (
        running(tmp_path / "log", project) as site,
        visited(f"{site.address}/sources?lang=ru", "[data-testid=stAlert]") as (page, _),
    ):
        seen = page.inner_text("body")
    sentence = Language("ru")("This page could not be shown. Try again in a moment or open another page.")
    assert sentence in seen and "could not" not in sentence
    assert "ValueError" not in seen and "inner works" not in seen
    assert "ValueError: the inner works" in (tmp_path / "log").read_text()


def test_a_first_visit_to_charts_and_map_takes_three_and_a_half_megabytes_at_most(site: Site) -> None:
    address = f"{site.address}/abroad?lang=kk"
    with visited(address, "[data-testid=stPlotlyChart] .main-svg", "canvas") as (page, answers):
        page.wait_for_load_state("networkidle")
        asked = {answer.url: answer.status for answer in answers}
        sizes = [answer.request.sizes() for answer in answers]
    assert [url for url in asked if "PlotlyChart" in url] and [url for url in asked if "DeckGl" in url]
    assert not {url: status for url, status in asked.items() if status >= 400}
    assert not [url for url in asked if "/abroad/" in url]
    assert sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes) <= 3_500_000


def copy_of_project(folder: Path) -> Path:
    """The project without what is made again at will, with the same Python behind its Makefile."""
    ignored = shutil.ignore_patterns(".git", ".venv", "shots", "tests", "docs", ".*_cache", "__pycache__")
    project = shutil.copytree(PROJECT, folder / "project", ignore=ignored)
    (project / ".venv").symlink_to(PROJECT / ".venv")
    return project


@contextmanager
def visited(address: str, *awaited: str) -> Iterator[tuple[Page, list[Response]]]:
    """A page in a fresh browser, once all that is awaited is there, and every answer that the browser gets."""
    path = chromium()
    assert path is not None, MISSING
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=path, args=SWITCHES) as browser:
        page = browser.new_page()
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer))
        page.goto(address)
        for selector in awaited:
            page.wait_for_selector(selector)
        yield page, answers


def script(ask: Ask) -> str:
    """The address of Streamlit's main script."""
    found = re.search(r'<script type="module"[^>]*src="([^"]+)"', ask("/")[2].decode())
    assert found
    return found[1]


def unpacked(headers: HTTPMessage, body: bytes) -> str:
    codec = headers["Content-Encoding"]
    if codec == "br":
        return str(pyarrow.CompressedInputStream(BytesIO(body), "brotli").read(), "utf-8")
    return (gzip.decompress(body) if codec == "gzip" else body).decode()
