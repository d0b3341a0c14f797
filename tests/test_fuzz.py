"""Five hundred addresses that nobody should ask for: none brings the server down, none brings anything from outside."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from dashboard import press
from dashboard.catalog import EVERY_CHART
from tests.e2e.site import Site, running
from tests.register.shown import Releases

# Lines of files that lie near: of the machine, the configuration, the code, the queries.
SECRETS = re.compile(rb"root:|\[theme|^from __future__|^import |st\.set_page_config|WITH chosen AS", re.MULTILINE)
TRACEBACK = re.compile(rb"Traceback|File \"|starlette|duckdb\.", re.IGNORECASE)

FIGURES = st.sampled_from([*EVERY_CHART, "nix", "..", "", "placements_map%2f..", "PLACEMENTS_MAP"])
FORMS = st.sampled_from([*press.FORMS, "csv", "json", "xlsx", "html", "zip", "exe", "svg.svg", "svg%00", "", "py"])
ODD = st.sampled_from(
    ["..", "../..", "%2e%2e", "%2e%2e%2f", "%252e%252e", "..%5c", "%00", "etc/passwd", "data", "figures", "app.py"]
    + [".git/config", "queries/placements_map.sql", "%ff", "%c0%ae", "//", "\\", "~", ";", "release.json", "land"]
    + ["data/releases/current/register.parquet", "register.parquet", "releases"]
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12).map(quote)
PIECES = st.one_of(ODD, WORDS)
NAMES = st.one_of(
    st.sampled_from(["lang", "size", "theme", "transparent", "year", "scope", "count", "embed", "page", "site"]), WORDS
)
# Values that ask for a picture are left out: drawing five hundred would take minutes.
VALUES = st.one_of(st.sampled_from(["xx", "1812", "-1", "1e9", "huge", "2024'--", "<svg>", "../x", "%00"]), WORDS)
QUERIES = st.lists(st.tuples(NAMES, VALUES), min_size=1, max_size=4).map(
    lambda pairs: "&".join(f"{name}={value}" for name, value in pairs)
)
FIGURE = st.builds("/figures/{}.{}?{}".format, FIGURES, FORMS, QUERIES)
ANYWHERE = st.builds(
    "{}/{}?{}".format,
    st.sampled_from(
        ["", "/figures", "/data", "/verify", "/land", "/healthz", "/sitemap.xml", "/app/static", "/abroad", "/register"]
    ),
    st.lists(PIECES, max_size=4).map("/".join),
    QUERIES,
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, releases: Releases) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("fuzz") / "log", releases=releases.hand) as site:
        yield site
    assert not site.complaints()


def answered(site: Site, address: str) -> tuple[int, bytes]:
    """Status and body of the answer to an address that is sent as it stands."""
    connection = http.client.HTTPConnection(site.address.removeprefix("http://"), timeout=30)
    try:
        connection.putrequest("GET", address, skip_accept_encoding=True)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def plain(address: str) -> str:
    """What may stand in the first line of a request."""
    return re.sub(r"[^!-~]", lambda found: quote(found[0]), address) or "/"


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@example("/figures/placements_map.svg?lang=" + "x" * 40_000)
@example("/figures/" + "a" * 40_000 + ".svg")
@example("/figures/placements_map.svg?" + "&".join(f"a{number}=1" for number in range(3000)))
@example("/figures/..%2f..%2fapp.py")
@example("/data/..%2f..%2f..%2fetc%2fpasswd")
@given(st.one_of(FIGURE, ANYWHERE).map(plain))
def test_no_address_breaks_the_server_or_leads_outside(site: Site, address: str) -> None:
    status, body = answered(site, address if address.startswith("/") else f"/{address}")
    assert status < 500, (status, body[:300])
    assert not SECRETS.search(body), body[:300]
    assert not TRACEBACK.search(body) or b"<html" in body.lower(), body[:300]


def test_a_request_line_of_100_kb_is_refused(site: Site) -> None:
    status, _ = answered(site, "/figures/placements_map.svg?lang=" + "x" * 100_000)
    assert 400 <= status < 500


def test_the_fuzz_would_see_a_leak() -> None:
    assert SECRETS.search(Path("/etc/passwd").read_bytes())
    assert SECRETS.search(Path(__file__).read_bytes())
