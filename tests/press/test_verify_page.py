"""/verify as a server answers it: a page without scripts, JSON, and a clear refusal of what is too much."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import Any, get_args

import pytest
import uvicorn
from lxml import html
from starlette.applications import Starlette

from dashboard.i18n import Language
from dashboard.press.order import Order
from dashboard.press.proof import Proof, seal
from dashboard.press.verify import Kind, Verdict
from dashboard.server import upload, verdict, verify
from tests.press.studio import AT_HOME, CODE, FORMS, draw, drawn, order, picture, proof, today

HOST = "volunteers.example"
BOUNDARY = "7f3a"
MEGABYTE = 1024 * 1024


@dataclass
class Site:
    port: int
    drawing: threading.Semaphore
    may_draw: threading.Event


Answer = tuple[int, HTTPMessage, bytes]


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The route alone behind the server that we use; a test may hold up its drawing."""
    drawing, may_draw = threading.Semaphore(0), threading.Event()
    may_draw.set()

    async def draws(wanted: Order) -> bytes | None:
        drawing.release()
        await asyncio.to_thread(may_draw.wait, 30)
        return await draw(wanted)

    app = Starlette(routes=[verify.route(draws, lambda: CODE)])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error", http="h11", lifespan="off"))
    serving = threading.Thread(target=server.run)
    serving.start()
    while not server.started:
        time.sleep(0.02)
    yield Site(port, drawing, may_draw)
    server.should_exit = True
    serving.join()


def form(content: bytes, field: str = "file") -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{field}"; filename="a.png"\r\n\r\n'
    return head.encode() + content + f"\r\n--{BOUNDARY}--\r\n".encode()


def ask(site: Site, method: str = "POST", path: str = "/verify?lang=en", body: Any = None, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
    sent = {"Host": HOST, "X-Forwarded-Proto": "https"}
    if method == "POST":
        sent["Content-Type"] = f"multipart/form-data; boundary={BOUNDARY}"
    sent |= {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request(method, path, body, sent)
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.headers, content


def told(answer: Answer) -> dict:
    assert answer[1]["Content-Type"] == "application/json"
    return json.loads(answer[2])


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_form_works_without_scripts_and_with_a_keyboard(lang: str, site: Site) -> None:
    status, headers, body = ask(site, "GET", f"/verify?lang={lang}")
    page = html.fromstring(body)
    assert (status, headers["Content-Language"], page.get("lang")) == (200, lang, lang)
    assert (
        "script" not in headers["Content-Security-Policy"]
        and "default-src 'none'" in headers["Content-Security-Policy"]
    )
    assert page.xpath("//script | //@onclick | //@style") == []
    (file,) = page.xpath("//form[@method='post'][@enctype='multipart/form-data']//input[@type='file']")
    assert page.xpath("//label/@for") == [file.get("id")] == ["file"]
    assert page.xpath("//form//button") and page.xpath("//form/@action") == [f"/verify?lang={lang}"]
    assert headers["Set-Cookie"] is None


def test_the_form_is_kept_by_caches_and_asked_for_its_head(site: Site) -> None:
    _, headers, body = ask(site, "GET")
    assert ask(site, "GET", If_None_Match=headers["ETag"])[::2] == (304, b"")
    status, head, nothing = ask(site, "HEAD")
    assert (status, head["Content-Length"], nothing) == (200, str(len(body)), b"")


@pytest.mark.parametrize("kind", FORMS)
def test_a_file_goes_round(kind: str, site: Site, browser: None) -> None:
    at = order(AT_HOME, kind)
    answer = ask(site, body=form(picture(at)), Accept="application/json")
    assert (answer[0], answer[1]["X-Robots-Tag"], answer[1]["Cache-Control"]) == (200, "noindex", "no-store")
    assert answer[1]["Set-Cookie"] is None
    assert told(answer) == {
        "verdict": "current",
        "title": "Ours, and up to date",
        "reason": "The file is whole, as this site drew it, and its numbers are those of today.",
        "remark": "",
        "changes": [],
        "release": today(),
        "figure": f"https://{HOST}/figures/{AT_HOME}.html?lang=en",
        "named": at.address,
    }


def test_a_revised_file_is_told_with_old_and_new(site: Site, after_revision: str, browser: None) -> None:
    status, headers, body = ask(site, body=form(picture(order(AT_HOME, "svg", after_revision))), Accept="text/html,*/*")
    page = html.fromstring(body)
    assert (status, headers["X-Robots-Tag"]) == (200, "noindex")
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert [cell.text_content() for cell in page.xpath("//tbody//td")] == ["about 275,000", "about 276,000"]
    assert len(page.xpath("//tbody//th[@scope='row']")) == 1 and page.xpath("//thead//th/@scope") == ["col"] * 3
    assert page.xpath("//h2/text()") == ["Ours, but numbers were revised since"]
    assert page.xpath("//section//a/@href") == [f"/figures/{AT_HOME}.html?lang=en"]
    assert after_revision in page.text_content()
    answer = ask(site, body=form(picture(order(AT_HOME, "svg", after_revision))), Accept="application/json")
    assert [(change["old"], change["new"]) for change in told(answer)["changes"]] == [
        ("about 275,000", "about 276,000")
    ]


def test_an_altered_file_is_told(site: Site, browser: None) -> None:
    content = picture(order(AT_HOME, "svg"))
    spoilt = content.replace(b"275", b"276")
    assert len(spoilt) == len(content) and spoilt != content
    assert told(ask(site, body=form(spoilt), Accept="application/json"))["verdict"] == "altered"


def test_what_stands_in_a_file_is_text_on_the_page(site: Site, browser: None) -> None:
    """Nothing that a file says becomes an element, an attribute or a link."""
    evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    said = vars(proof(order(AT_HOME, "svg")))
    raw = drawn(order(AT_HOME, "svg"))
    forged = [
        said | {"address": f"https://evil.example/{evil}"},
        said | {"address": said["address"] + f"&year=2024&x={evil.replace(' ', '+')}"},
        said | {"release": evil, "title": evil, "alt": evil, "code": evil},
    ]
    for each in forged:
        status, _, body = ask(site, body=form(seal("svg", raw, Proof(**each))), Accept="text/html")
        page = html.fromstring(body)
        assert status == 200
        assert page.xpath("//script | //img | //@onerror") == []
        assert all(
            link.startswith(f"/figures/{AT_HOME}.html?lang=en") and "alert" not in link
            for link in page.xpath("//main//a/@href")
        )


def test_the_link_to_the_figure_keeps_its_choices() -> None:
    assert (
        verdict.address(Language("ru"), order(AT_HOME, "png", year="2024"))
        == f"/figures/{AT_HOME}.html?lang=ru&year=2024"
    )


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_verdict_has_a_title_of_its_own_and_a_form_below(kind: Kind) -> None:
    said = verdict.body(Language("en"), Verdict(kind, "A reason."))
    assert [each.tag for each in html.fragments_fromstring(said)] == ["h1", "section", "form", "p"]
    titles = {verdict.title(Language("en"), each) for each in get_args(Kind)}
    assert len(titles) == 5 and verdict.title(Language("en"), kind) in said and "A reason." in said


BAD = {
    "nothing at all": b"",
    "no file": f"--{BOUNDARY}--\r\n".encode(),
    "an empty file": form(b""),
    "another field": form(b"x", "document"),
    "a field that is no file": form(b"x").replace(b'; filename="a.png"', b""),
    "two files": form(b"x").removesuffix(b"--\r\n") + b"\r\n" + form(b"y"),
    "cut off": form(b"x" * 1000)[:500],
    "no form": b"\x89PNG\r\n\x1a\n",
    "many fields": b"".join(form(b"x").removesuffix(b"--\r\n") + b"\r\n" for _ in range(1000)),
    "a long field": f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\n'.encode() + b"x" * MEGABYTE,
    "a long header": f"--{BOUNDARY}\r\nX: ".encode() + b"x" * MEGABYTE,
}


# A form that breaks off in a file leaves the file to Python, which closes it and says so.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("what", BAD)
def test_what_is_no_file_in_a_form_is_refused_in_a_sentence(what: str, site: Site) -> None:
    answer = ask(site, body=BAD[what], Accept="application/json")
    assert answer[0] == 400 and set(told(answer)) == {"problem"} and told(answer)["problem"].endswith(".")
    status, headers, body = ask(site, body=BAD[what], Accept="text/html")
    assert status == 400 and html.fromstring(body).xpath("//*[@role='alert']/text()") == [told(answer)["problem"]]
    assert headers["X-Robots-Tag"] == "noindex"


@pytest.mark.parametrize(
    "kind",
    [
        "",
        "text/plain",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "application/x-www-form-urlencoded",
        f"multipart/form-data; boundary={BOUNDARY}; charset=zlib",
        f"multipart/form-data; boundary={'x' * 9000}",
    ],
)
def test_a_form_of_another_kind_is_refused_in_a_sentence(kind: str, site: Site) -> None:
    status, _, body = ask(site, body=form(b"x"), Content_Type=kind, Accept="application/json")
    assert status in (200, 400) and json.loads(body)


def test_twenty_megabytes_are_taken(site: Site) -> None:
    answer = ask(site, body=form(b"x" * (20 * MEGABYTE)), Accept="application/json")
    assert (answer[0], told(answer)["verdict"]) == (200, "not_ours")


@pytest.mark.parametrize("size", [20 * MEGABYTE + 1, 21 * MEGABYTE, 50 * MEGABYTE])
@pytest.mark.parametrize("how", ["with its length", "in pieces"])
def test_more_is_refused_whether_its_length_is_told_or_not(how: str, size: int, site: Site) -> None:
    content = form(b"x" * size)
    pieces = (content[at : at + MEGABYTE] for at in range(0, len(content), MEGABYTE))
    answer = ask(site, body=content if how == "with its length" else pieces, Accept="application/json")
    assert (answer[0], told(answer)) == (413, {"problem": "The file is larger than 20 MB."})


def test_a_length_alone_is_enough_to_be_refused(site: Site) -> None:
    """Who only says that a terabyte will come, and then leaves, is answered or let go: nothing waits for it."""
    with socket.create_connection(("127.0.0.1", site.port), timeout=10) as line:
        head = f"POST /verify HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: {10**12}\r\n\r\n"
        line.sendall(head.encode())
        line.shutdown(socket.SHUT_WR)
        line.recv(1000)
    assert_all_places_are_free()


def assert_all_places_are_free() -> None:
    """In a while: the server first has to notice that somebody left."""
    deadline = time.monotonic() + 10
    while (upload.UPLOADS.free, verify.CHECKS.free) != (8, 2) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (upload.UPLOADS.free, verify.CHECKS.free) == (8, 2)


def test_the_third_at_once_is_told_to_come_again(site: Site, browser: None) -> None:
    content = form(picture(order(AT_HOME, "svg")))
    site.may_draw.clear()
    answers: list[Answer] = []
    both = [threading.Thread(target=lambda: answers.append(ask(site, body=content))) for _ in range(2)]
    try:
        while site.drawing.acquire(blocking=False):
            pass
        for each in both:
            each.start()
        assert all(site.drawing.acquire(timeout=20) for _ in both)
        third = ask(site, body=content, Accept="application/json")
        assert (third[0], third[1]["Retry-After"]) == (503, "5")
        assert ask(site, "GET")[0] == 200
    finally:
        site.may_draw.set()
        for each in both:
            each.join()
    assert [answer[0] for answer in answers] == [200, 200]
    assert told(ask(site, body=content, Accept="application/json"))["verdict"] == "current"


def half_a_file(site: Site) -> socket.socket:
    """Somebody who has sent the half of a file and goes on sending nothing."""
    line = socket.create_connection(("127.0.0.1", site.port), timeout=10)
    head = f"POST /verify HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: multipart/form-data; boundary={BOUNDARY}\r\n"
    line.sendall(f"{head}Content-Length: 100000\r\n\r\n".encode() + form(b"x" * 90_000)[:50_000])
    return line


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_who_leaves_in_the_middle_leaves_a_place(site: Site) -> None:
    """The ninth who sends at once is told to come again; when the eight have left, so are their places."""
    lines = [half_a_file(site) for _ in range(8)]
    deadline = time.monotonic() + 10
    while upload.UPLOADS.free and time.monotonic() < deadline:
        time.sleep(0.02)
    assert ask(site, body=form(b"x"))[0] == 503
    for line in lines:
        line.close()
    assert_all_places_are_free()
    assert ask(site, body=form(b"x"))[0] == 200


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("limit", ["SECONDS", "STILL"])
def test_who_sends_slowly_or_stands_still_is_let_go(limit: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload, limit, 0.5)
    with half_a_file(site) as line:
        assert line.recv(1000).startswith(b"HTTP/1.1 408")
    assert_all_places_are_free()


def test_other_methods_are_refused(site: Site) -> None:
    assert ask(site, "PUT")[0] == ask(site, "DELETE")[0] == 405
