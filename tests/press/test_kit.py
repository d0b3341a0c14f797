"""The press kit: every file in it opens and says what it should, in three languages; kits fill no line."""

from __future__ import annotations

import asyncio
import csv
import http.client
import json
import os
import socket
import threading
import time
import zipfile
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPMessage
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
import pytest
import rispy
import uvicorn
from bibtexparser.entrypoint import parse_string
from starlette.applications import Starlette

from dashboard import captions, data, press
from dashboard.catalog import EVERY_CHART, WORDS
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import browser
from dashboard.press import kit as kits
from dashboard.press.kit import Kit, kit
from dashboard.server import routes
from tests.browser import MISSING, chromium
from tests.press import files

Result = TypeVar("Result")
Answer = tuple[int, HTTPMessage, bytes]
SITE = "https://volunteers.example"
WANTED = Kit("placements_by_country", (("year", "2024"),), SITE)
SCREEN = ("wide", "card", "square", "portrait", "story")
PAPER = ("column1", "column2", "column3", "a4")
TEXTS = ("alt.txt", "caption.txt", "sentence.txt", "cite-apa.txt", "cite-gost.txt", "cite.bib", "cite.ris")


@pytest.fixture(scope="module", autouse=True)
def studio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The press looks for a browser where browsers are; what it draws here is kept for these tests alone."""
    path = chromium()
    assert path is not None, MISSING
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "CHROME", path)
        patch.setattr(press, "STORE", press.Store(tmp_path_factory.mktemp("kit")))
        yield


@pytest.fixture(scope="module")
def made(studio: None) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(awaited(kit(WANTED))))


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """On a thread of its own, whatever else has a loop on this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()


def name(lang: str, rest: str) -> str:
    return f"{lang}/placements_by_country-2024-{rest}"


def test_the_kit_holds_every_size_the_rows_and_the_words_in_three_languages(made: zipfile.ZipFile) -> None:
    expected = {"README.txt"}
    for lang in LANGUAGES:
        expected |= {name(lang, f"{size}-{lang}.png") for size in SCREEN}
        expected |= {name(lang, f"{size}-{lang}.pdf") for size in PAPER}
        expected |= {name(lang, f"wide-{lang}.svg")}
        expected |= {name(lang, f"{lang}.{form}") for form in ("csv", "xlsx", "json")}
        expected |= {f"{lang}/{text}" for text in (*TEXTS, "cite-csl.json")}
    assert set(made.namelist()) == expected and len(expected) == 1 + 3 * (5 + 4 + 1 + 3 + 8)
    assert made.namelist() == sorted(made.namelist())
    assert made.testzip() is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_picture_is_the_one_at_its_address(made: zipfile.ZipFile, lang: str) -> None:
    for size in (*SCREEN, *PAPER):
        form = "png" if size in SCREEN else "pdf"
        content = made.read(name(lang, f"{size}-{lang}.{form}"))
        assert files.size(form, content) == files.expected_size(form, size)
        wanted = press.order("placements_by_country", form, f"year=2024&size={size}", lang, SITE)
        assert content == awaited(press.picture(wanted))
    svg = made.read(name(lang, f"wide-{lang}.svg"))
    wide = press.order("placements_by_country", "svg", "year=2024", lang, SITE)
    assert files.missing(wide, files.words("svg", svg)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rows_are_those_of_the_release_in_three_formats(made: zipfile.ZipFile, lang: str) -> None:
    text = made.read(name(lang, f"{lang}.csv")).decode("utf-8-sig")
    rows = list(csv.DictReader(StringIO("".join(line for line in text.splitlines(True) if not line.startswith("#")))))
    assert [(row["host"], row["low"], row["high"]) for row in rows] == [
        ("KEN", "1", "5"),
        ("THA", "1", "5"),
        ("TUR", "1", "5"),
    ]
    told = json.loads(made.read(name(lang, f"{lang}.json")))
    assert (told["language"], [row["host"] for row in told["rows"]]) == (lang, ["KEN", "THA", "TUR"])
    sheet, notes = openpyxl.load_workbook(BytesIO(made.read(name(lang, f"{lang}.xlsx")))).worksheets
    assert sheet.max_row == 4 and notes.max_row > 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_are_those_of_the_figure(made: zipfile.ZipFile, lang: str) -> None:
    shown = press.shown(WANTED.order(lang, "svg"))
    said = {text: made.read(f"{lang}/{text}").decode() for text in TEXTS}
    assert said["alt.txt"] == shown.alt
    assert said["caption.txt"] == captions.caption(shown)
    assert said["sentence.txt"] == captions.sentence(shown)
    assert said["sentence.txt"].startswith(captions.first_sentence(shown))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_programs_can_read_the_citations_and_no_day_stands_in_them(made: zipfile.ZipFile, lang: str) -> None:
    page = f"{SITE}/figures/placements_by_country.html?lang={lang}&year=2024"
    title = press.shown(WANTED.order(lang, "svg")).title
    (entry,) = parse_string(made.read(f"{lang}/cite.bib").decode()).entries
    (record,) = rispy.loads(made.read(f"{lang}/cite.ris").decode())
    (item,) = json.loads(made.read(f"{lang}/cite-csl.json"))
    assert (entry["url"], record["urls"], item["URL"]) == (page, [page], page)
    assert record["title"] == item["title"] == title
    for form in ("cite-apa.txt", "cite-gost.txt"):
        text = made.read(f"{lang}/{form}").decode()
        assert page in text and data.release()["release"] in text and str(captions.today().year - 1) not in text
    assert "urldate" not in entry and "accessed" not in item and "access_date" not in record


def test_the_readme_says_in_three_languages_what_is_there_and_names_every_picture(made: zipfile.ZipFile) -> None:
    text = made.read("README.txt").decode()
    parts = text.split("\n\n\n")
    assert len(parts) == 3
    for (lang, own), part in zip(LANGUAGES.items(), parts, strict=True):
        t = Language(lang)
        assert part.startswith(own)
        named = [line.partition(": ")[0] for line in part.splitlines() if line.startswith(f"{lang}/")]
        pictures = [each for each in made.namelist() if each.startswith(f"{lang}/") and each.endswith(PICTURES)]
        assert set(pictures) <= set(named)
        assert press.shown(WANTED.order(lang, "svg")).title in part
        assert f"{SITE}/figures/placements_by_country.html?lang={lang}&year=2024" in part
        assert f"{SITE}/verify?lang={lang}" in part
        assert "CC BY 4.0" in part and data.release()["release"] in part
        assert all(t(WORDS["sizes"][size]) in part for size in press.SIZES)


PICTURES = (".svg", ".png", ".pdf")


def test_the_readme_of_a_map_holds_the_words_of_the_united_nations() -> None:
    text = kits.texts(Kit("placements_map", (), SITE))["README.txt"].decode()
    assert "the United Nations" in text.split("\n\n\n")[2]
    other = kits.texts(Kit("placements_selection", (), SITE))["README.txt"].decode()
    assert "boundaries" in text and "boundaries" not in other


def test_the_same_release_and_choices_give_the_same_bytes(made: zipfile.ZipFile) -> None:
    """Packed anew, from words and rows made anew; by a later second, too."""
    time.sleep(1.1)
    assert awaited(kits._made(WANTED, "")) == awaited(kit(WANTED))
    assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.external_attr >> 16 for entry in made.infolist()} == {0o644}


def test_a_kit_of_no_rows_is_whole_too() -> None:
    nothing = Kit("placements_by_country", (("year", "2025"),), SITE)
    assert press.shown(nothing.order("en", "svg")).df.empty
    made = kits.texts(nothing)
    assert made["en/sentence.txt"].decode().startswith("Nothing was published for 2025.")


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("figure", EVERY_CHART)
def test_the_texts_of_every_figure_can_be_made(figure: str) -> None:
    made = kits.texts(Kit(figure, (), SITE))
    assert len(made) == 1 + 3 * 11
    assert [each for each, content in made.items() if not content.strip()] == []


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Drawings wait until the test lets them go on; then each is a few bytes. Nothing is kept."""
    go_on = threading.Event()

    async def drawn(wanted: press.Order, client: str) -> bytes:
        while not go_on.is_set():
            await asyncio.sleep(0.01)
        return wanted.address.encode()

    monkeypatch.setattr(press, "_drawn", drawn)
    monkeypatch.setattr(press, "STORE", press.Store(Path("/proc/nowhere")))
    yield go_on
    go_on.set()


def test_one_client_gets_one_kit_at_a_time_and_all_together_two(held: threading.Event) -> None:
    names = ("placements_selection", "placements_background", "placements_claims")
    one, two, three = (Kit(each, (), SITE) for each in names)

    async def asked() -> list[Any]:
        first = asyncio.ensure_future(kit(one, "a"))
        await asyncio.sleep(0.2)
        again = await asyncio.gather(kit(two, "a"), return_exceptions=True)
        second = asyncio.ensure_future(kit(two, "b"))
        await asyncio.sleep(0.2)
        third = await asyncio.gather(kit(three, "c"), return_exceptions=True)
        same = asyncio.ensure_future(kit(one, "c"))
        await asyncio.sleep(0.2)
        held.set()
        return [*again, *third, *await asyncio.gather(first, second, same, kit(three, "c"), return_exceptions=True)]

    refused, crowded, first, second, same, late = awaited(asked())
    assert isinstance(refused, press.Busy) and isinstance(crowded, press.Busy) and isinstance(late, press.Busy)
    assert first == same != second
    assert (kits.UNDER_WAY.tasks, kits.CLIENTS) == ({}, {})
    assert zipfile.ZipFile(BytesIO(awaited(kit(three, "a")))).testzip() is None


def test_a_kit_draws_one_picture_at_a_time(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    drawing, most = [0], [0]

    async def drawn(wanted: press.Order, client: str) -> bytes:
        drawing[0] += 1
        most.append(drawing[0])
        await asyncio.sleep(0.005)
        drawing[0] -= 1
        return b"picture"

    monkeypatch.setattr(press, "_drawn", drawn)
    monkeypatch.setattr(press, "STORE", press.Store(tmp_path))
    awaited(kit(WANTED))
    assert (max(most), len(most)) == (1, 1 + 30)


def test_a_full_line_is_waited_for_and_not_for_ever(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[str] = []

    async def full(wanted: press.Order, client: str) -> bytes:
        asked.append(wanted.address)
        if len(asked) in (1, 2, 7, *range(20, 30)):
            raise press.Busy
        return b"picture"

    monkeypatch.setattr(press, "_drawn", full)
    monkeypatch.setattr(press, "STORE", press.Store(tmp_path))
    monkeypatch.setattr(kits, "PAUSES", (0.01, 0.01, 0.01))
    with pytest.raises(press.Busy):
        awaited(kit(WANTED))
    assert len(asked) == 23 and len(set(asked)) == 17
    asked[:] = [""] * 50
    assert awaited(kit(WANTED)), "what was drawn before is not drawn again"
    assert len(asked) == 50 + 30 - 16


@pytest.fixture(scope="module")
def ask(studio: None) -> Iterator[Callable[..., Answer]]:
    """The routes behind the server that we use."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = Starlette(routes=routes())
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", http="h11", lifespan="off"))
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started:
        time.sleep(0.02)

    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        sent = {"Host": "volunteers.example", "X-Forwarded-Proto": "https"}
        connection.request(method, path, headers=sent | {key.replace("_", "-"): text for key, text in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    yield ask
    server.should_exit = True
    serving.join()


def test_the_kit_arrives_under_its_address(ask: Callable[..., Answer], made: zipfile.ZipFile) -> None:
    status, headers, body = ask("/figures/placements_by_country.zip?year=2024")
    assert (status, headers["Content-Type"], headers["Content-Encoding"]) == (200, "application/zip", None)
    assert 'filename="placements_by_country-2024-press-kit.zip"' in headers["Content-Disposition"]
    assert headers["Set-Cookie"] is None and headers["ETag"].startswith(f'"{data.release()["release"]}-')
    assert {each: zipfile.ZipFile(BytesIO(body)).read(each) for each in made.namelist()} == {
        each: made.read(each) for each in made.namelist()
    }
    assert ask("/figures/placements_by_country.zip?lang=ru&year=2024&utm_source=letter")[2] == body
    assert ask("/figures/placements_by_country.zip?year=2024", If_None_Match=headers["ETag"])[::2] == (304, b"")
    status, head, nothing = ask("/figures/placements_by_country.zip?year=2024", "HEAD")
    assert (status, head["Content-Length"], nothing) == (200, str(len(body)), b"")


@pytest.mark.parametrize(
    ("path", "status", "named"),
    [
        ("/figures/no_such_figure.zip", 404, "placements_map"),
        ("/figures/placements_map.zip?year=1812", 400, "2024"),
        ("/figures/placements_map.zip?year=2024&year=2025", 400, "year"),
        ("/figures/placements_selection.zip?year=2024", 400, "lang"),
        ("/figures/placements_map.zip?size=wide", 400, "year"),
        ("/figures/placements_map.zip?lang=de", 400, "kk, ru, en"),
        ("/figures/..%2f..%2fapp.zip", 404, ""),
        ("/figures/%00.zip", 404, "placements_map"),
    ],
)
def test_what_there_is_not_is_refused_in_a_sentence(
    ask: Callable[..., Answer], path: str, status: int, named: str
) -> None:
    answer = ask(path, Accept_Language="en")
    assert answer[0] == status
    assert named in answer[2].decode() and len(answer[2].decode().strip().splitlines()) == 1


def test_a_server_without_a_browser_says_so(ask: Callable[..., Answer], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "path", lambda: None)
    monkeypatch.setattr(press, "STORE", press.Store(Path("/proc/nowhere")))
    status, headers, body = ask("/figures/placements_selection.zip?lang=en")
    assert (status, headers["Retry-After"] is not None) == (503, True)
    assert "Chromium" in body.decode()


def test_the_second_kit_of_one_client_has_to_wait(ask: Callable[..., Answer], held: threading.Event) -> None:
    with ThreadPoolExecutor(1) as threads:
        first = threads.submit(ask, "/figures/placements_selection.zip")
        time.sleep(0.5)
        status, headers, _ = ask("/figures/placements_claims.zip")
        assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "5", "no-store")
        assert ask("/healthz")[0] == 200
        held.set()
        assert first.result()[0] == 200
