"""/data/ as readers, their programs, their caches and those who mean harm ask for it."""

import csv
import gzip
import hashlib
import http.client
import io
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPMessage
from threading import Lock
from urllib.parse import quote, urlsplit

import pyarrow
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import data
from dashboard.exports import package
from dashboard.i18n import LANGUAGES, Language
from dashboard.server import answers, compression
from dashboard.server.answers import Packed
from tests.e2e.site import Site, running

FILES = package.files(Language("en"))
TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
OUTSIDE = (
    "../app.py",
    "../../etc/passwd",
    "..%2fapp.py",
    "%2e%2e/app.py",
    "%2e%2e%2fapp.py",
    "..%5capp.py",
    "..%252fapp.py",
    "source/claims.csv",
    "source%2fclaims.csv",
    "%2fetc%2fpasswd",
    "/etc/passwd",
    "./claims.csv",
    "claims.csv/",
    "claims.csv%00",
    "claims.csv%00.json",
    "%00",
    "claims%0a.csv",
    "claims.csv%0d%0aX-Injected:%20yes",
    "CLAIMS.CSV",
    "claims",
    "~root/.bashrc",
    "claims.csv;lang=kk",
    "%F0%9F%92%A3",
    "%ff%fe",
    "a" * 8000,
)

Answer = tuple[int, HTTPMessage, bytes]
Ask = Callable[..., Answer]

every_file = pytest.mark.parametrize("name", FILES)
every_language = pytest.mark.parametrize("code", LANGUAGES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site as it is started for readers. When all is done, its log must hold no complaint."""
    with running(tmp_path_factory.mktemp("data") / "log") as site:
        yield site
    assert not site.complaints()


@pytest.fixture(scope="module")
def ask(site: Site) -> Ask:
    def ask(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=30)
        connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body

    return ask


def unpacked(headers: HTTPMessage, body: bytes) -> bytes:
    codec = headers["Content-Encoding"]
    if codec == "br":
        return bytes(pyarrow.CompressedInputStream(io.BytesIO(body), "brotli").read())
    return gzip.decompress(body) if codec == "gzip" else body


def lasting(headers: HTTPMessage) -> dict[str, object]:
    """What two answers share. Streamlit says a second time on what an answer hangs if it could have compressed it."""
    told: dict[str, object] = {name.lower(): text for name, text in headers.items() if name.lower() != "date"}
    return told | {"vary": set(headers["Vary"].split(", "))}


@every_file
def test_a_file_arrives_whole_named_and_open_to_every_site(ask: Ask, name: str) -> None:
    status, headers, body = ask(f"/data/{name}?lang=en", Origin="https://elsewhere.example")
    assert (status, body) == (200, FILES[name])
    assert headers["Content-Type"] == TYPES[name.rpartition(".")[2]]
    assert headers["Content-Disposition"] == f'inline; filename="{name}"'
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cache-Control"] == "public, max-age=300"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Set-Cookie"] is None


@every_file
@pytest.mark.parametrize("encoding", ["identity", "gzip", "gzip, deflate, br"])
def test_head_tells_what_get_would_bring(ask: Ask, name: str, encoding: str) -> None:
    _, promised, nothing = ask(f"/data/{name}", "HEAD", Accept_Encoding=encoding)
    _, headers, body = ask(f"/data/{name}", Accept_Encoding=encoding)
    assert nothing == b""
    assert lasting(promised) == lasting(headers)
    assert promised["Content-Length"] == str(len(body))


@every_file
@pytest.mark.parametrize("code", ["br", "gzip"])
def test_a_file_is_compressed_for_whoever_can_read_that(ask: Ask, name: str, code: str) -> None:
    _, headers, body = ask(f"/data/{name}?lang=en", Accept_Encoding=code)
    assert (headers["Content-Encoding"], unpacked(headers, body)) == (code, FILES[name])
    assert "Accept-Encoding" in headers["Vary"]
    assert name.endswith("parquet") or name == "regions.csv" or len(body) < len(FILES[name]) * 0.6


@every_file
@pytest.mark.parametrize("encoding", ["identity", "br", "gzip"])
def test_who_has_the_file_is_not_sent_it_again(ask: Ask, name: str, encoding: str) -> None:
    tag = ask(f"/data/{name}", Accept_Encoding=encoding)[1]["ETag"]
    for known in (tag, f'"other", W/{tag}', "*"):
        for method in ("GET", "HEAD"):
            status, headers, body = ask(f"/data/{name}", method, Accept_Encoding=encoding, If_None_Match=known)
            assert (status, body, headers["ETag"]) == (304, b"", tag)
            assert headers["Cache-Control"] and headers["Access-Control-Allow-Origin"] == "*"
    assert ask(f"/data/{name}", Accept_Encoding=encoding, If_None_Match='"other"')[0] == 200


def test_a_tag_names_the_release_and_nothing_twice(ask: Ask) -> None:
    tags = [
        ask(f"/data/{name}?lang={code}", Accept_Encoding=encoding)[1]["ETag"]
        for name in ("claims.csv", "datapackage.json")
        for code in LANGUAGES
        for encoding in ("identity", "gzip", "br")
    ]
    assert all(tag.startswith(f'"{data.release()["release"]}-') for tag in tags)
    assert len(set(tags)) == 3 + 9, "one table for all languages, three descriptions, each in three encodings"


def test_a_tag_hangs_on_address_and_bytes_only() -> None:
    assert answers.tag("/a", b"x") == answers.tag("/a", b"x")
    assert len({answers.tag("/a", b"x"), answers.tag("/b", b"x"), answers.tag("/a", b"y")}) == 3


@pytest.mark.parametrize("path", ["/data", "/data/"])
@pytest.mark.parametrize(
    ("query", "accept", "code"), [("?lang=ru", "en", "ru"), ("", "de, en;q=0.5", "en"), ("", "", "kk")]
)
def test_the_folder_leads_to_its_description(ask: Ask, path: str, query: str, accept: str, code: str) -> None:
    status, headers, _ = ask(path + query, Accept_Language=accept)
    assert (status, headers["Location"]) == (307, f"/data/datapackage.json?lang={code}")
    assert headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(
    ("query", "accept", "code"), [("?lang=ru", "en", "ru"), ("", "de, en;q=0.5", "en"), ("", "de", "kk")]
)
def test_the_description_is_in_the_language_of_the_reader(ask: Ask, query: str, accept: str, code: str) -> None:
    _, headers, body = ask(f"/data/datapackage.json{query}", Accept_Language=accept)
    assert json.loads(body)["title"] == Language(code)("Volunteers of Kazakhstan")
    assert headers["Content-Language"] == code
    assert "Accept-Language" in headers["Vary"]


def test_a_program_finds_every_file_by_its_description(ask: Ask) -> None:
    parts = json.loads(ask("/data/datapackage.json")[2])["resources"]
    for part in parts:
        _, headers, body = ask(f"/data/{part['path']}")
        assert (len(body), f"sha256:{hashlib.sha256(body).hexdigest()}") == (part["bytes"], part["hash"])
        assert headers["Content-Type"].startswith(part["mediatype"])
    rows = list(csv.reader(io.StringIO(ask("/data/claims.csv")[2].decode(), newline="")))
    assert len(rows) - 1 == pq.read_table(io.BytesIO(ask("/data/claims.parquet")[2])).num_rows == 227


@pytest.mark.parametrize("path", ["/data/claims.csv", "/data/", "/data", "/data/none"])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "BREW"])
@every_language
def test_nothing_here_can_be_changed(ask: Ask, path: str, method: str, code: str) -> None:
    status, headers, body = ask(f"{path}?lang={code}", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD, OPTIONS")
    assert body.decode().strip() == Language(code)("This address can only be read: use GET or HEAD.")
    assert headers["Content-Language"] == code


def test_a_browser_that_asks_first_hears_that_any_site_may_read(ask: Ask) -> None:
    asked = {"Origin": "https://elsewhere.example", "Access_Control_Request_Method": "GET"}
    status, headers, body = ask("/data/claims.csv", "OPTIONS", **asked)
    assert (status, body) == (204, b"")
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert headers["Access-Control-Allow-Credentials"] is None


@every_language
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_an_unknown_file_is_refused_with_the_names_of_those_that_there_are(ask: Ask, code: str, method: str) -> None:
    status, headers, body = ask("/data/volunteers.csv", method, Accept_Language=code)
    t = Language(code)
    sentence = t("There is no such file; the files are {files}.", files=t.join([*FILES]))
    assert status == 404
    assert body.decode().strip() == (sentence if method == "GET" else "")
    assert headers["Content-Length"] == str(len(sentence.encode()) + 1)
    assert (headers["Content-Language"], headers["Content-Type"]) == (code, "text/plain; charset=utf-8")
    assert (headers["Access-Control-Allow-Origin"], headers["Cache-Control"]) == ("*", "no-store")


@pytest.mark.parametrize(
    "query", ["lang=de", "lang=", "lang=kk&lang=ru", "year=2024", "lang=kk&year=2024", "x", "%00=%00"]
)
def test_an_unknown_wish_is_refused_with_those_that_there_are(ask: Ask, query: str) -> None:
    status, headers, body = ask(f"/data/claims.csv?{query}", Accept_Language="ru")
    assert status == 400
    assert "kk, ru, en" in body.decode() and len(body.decode().splitlines()) == 1
    assert headers["Content-Language"] in LANGUAGES


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nothing_else_can_be_reached_from_there(ask: Ask, name: str, method: str) -> None:
    status, headers, body = ask(f"/data/{name}", method)
    assert status in (307, 400, 404)
    assert headers["X-Injected"] is None
    assert len(body) < 1000 and b"root:" not in body and b"import" not in body and b"Traceback" not in body


def test_a_hundred_kilobytes_of_wishes_are_refused(ask: Ask) -> None:
    assert ask("/data/claims.csv?" + "a=1&" * 15_000)[0] == 400
    assert ask("/data/claims.csv?" + "a" * 100_000)[0] in (400, 414, 431)


paths = st.one_of(
    st.text(max_size=40).map(lambda text: quote(text.encode("utf-8", "replace"), safe="")),
    st.lists(st.sampled_from([*OUTSIDE[:-1], *FILES, "..", "%2f", "/", "%00", "."]), max_size=5).map("/".join),
)
wishes = st.lists(st.tuples(st.sampled_from(["lang", "year", ""]), st.text(max_size=8))).map(
    lambda pairs: "&".join(f"{name}={quote(text.encode('utf-8', 'replace'), safe='')}" for name, text in pairs)
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=paths, query=wishes, method=st.sampled_from(["GET", "HEAD", "POST"]))
def test_whatever_is_asked_the_answer_is_a_file_or_a_refusal(ask: Ask, path: str, query: str, method: str) -> None:
    status, _, body = ask(f"/data/{path}?{query}", method)
    assert status in (200, 307, 400, 404, 405)
    if status == 200 and method == "GET":
        assert body in [*FILES.values(), *(package.files(Language(code))["datapackage.json"] for code in LANGUAGES)]


def test_a_hundred_readers_cost_one_compression(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[bytes] = []
    lock = Lock()

    def pack(body: bytes) -> bytes:
        with lock:
            done.append(body)
        return gzip.compress(body)

    monkeypatch.setitem(compression.ENCODERS, "gzip", pack)
    packed = Packed(limit=1000)
    with ThreadPoolExecutor(20) as readers:
        bodies = list(readers.map(lambda _: packed.body("tag", "gzip", b"words"), range(100)))
    assert done == [b"words"]
    assert {gzip.decompress(body) for body in bodies} == {b"words"}


def test_what_was_compressed_first_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(compression.ENCODERS, "br", lambda body: body)
    packed = Packed(limit=10)
    for tag, body in (("one", b"1234"), ("two", b"12345"), ("three", b"123"), ("huge", b"1" * 11)):
        assert packed.body(tag, "br", body) == body
        assert sum(map(len, packed.kept.values())) == packed.size <= 10
    assert packed.body("four", "br", b"1234") == b"1234"
    assert [tag for tag, _ in packed.kept] == ["four"]
