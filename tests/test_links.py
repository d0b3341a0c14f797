"""A link before any script runs: what a chat, a search engine and a reader without JavaScript learn of a page."""

import http.client
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import product
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from dashboard import captions, catalog, data, figures
from dashboard.catalog import EVERY_PAGE, PAGES
from dashboard.figures import findings
from dashboard.i18n import LANGUAGES, Language
from dashboard.server import preview, sitemap
from dashboard.server import site as address
from dashboard.server.head import Picture, tags
from dashboard.view import view
from tests.e2e.site import Site, running
from tests.register.shown import Releases

HOST = "volunteers.example"
ORIGIN = f"http://{HOST}"
NAMES = {
    *("description", "og:type", "og:site_name", "og:title", "og:description", "og:locale", "og:locale:alternate"),
    *("og:url", "og:image", "og:image:width", "og:image:height", "og:image:type", "og:image:alt"),
    *("twitter:card", "twitter:title", "twitter:description", "twitter:image", "twitter:image:alt"),
}
LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}
MAP = "/figures/placements_map.png?lang={lang}&size=card"
SPACE = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "xhtml": "http://www.w3.org/1999/xhtml"}


class Head(HTMLParser):
    """What the head of a page says, and which scripts and links the whole page has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.meta: dict[str, list[str]] = {}
        self.canonical: list[str] = []
        self.alternates: dict[str, str] = {}
        self.title = ""
        self.lang = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: text or "" for name, text in attrs}
        if tag == "html":
            self.lang = said["lang"]
        elif tag == "meta" and (name := said.get("property") or said.get("name", "")) in NAMES:
            self.meta.setdefault(name, []).append(said["content"])
        elif tag == "link" and said["rel"] == "canonical":
            self.canonical.append(said["href"])
        elif tag == "link" and said["rel"] == "alternate":
            self.alternates[said["hreflang"]] = said["href"]

    def handle_data(self, text: str) -> None:
        if self.lasttag == "title":
            self.title += text.strip()

    def __getitem__(self, name: str) -> str:
        (said,) = self.meta[name]
        return said


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, releases: Releases) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("links") / "log", releases=releases.hand) as site:
        yield site
    assert not site.complaints()


def ask(site: Site, path: str, host: str = HOST, **headers: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=30)
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    connection.request("GET", path.removeprefix(ORIGIN), headers={"Host": host} | named)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


def head(site: Site, path: str, host: str = HOST, **headers: str) -> Head:
    status, html = ask(site, path, host, **headers)
    assert status == 200
    return Head(html)


def test_a_link_to_a_year_is_shown_in_russian_with_the_figure_of_that_year(site: Site) -> None:
    seen = head(site, "/abroad?lang=ru&year=2024")
    assert seen.lang == "ru"
    assert seen.title == "Волонтеры за рубежом · 2024 · Волонтеры Казахстана"
    assert seen["description"].startswith("Волонтеры, которых Казахстан направляет")
    assert seen["og:image"] == seen["twitter:image"] == ORIGIN + MAP.format(lang="ru") + "&year=2024"
    shown = view(figures.placements_map, Language("ru"), (("year", 2024),))
    assert seen["og:title"] == seen["twitter:title"] == shown.heading
    assert seen["og:description"] == seen["twitter:description"] == captions.first_sentence(shown)
    assert seen["og:image:alt"] == seen["twitter:image:alt"] == shown.alt
    assert "2024" in shown.alt and "Кения" in shown.alt
    assert seen["og:url"] == ORIGIN + "/abroad?lang=ru&year=2024"
    assert seen["og:locale"] == "ru_RU"
    assert seen.meta["og:locale:alternate"] == ["kk_KZ", "en_GB"]
    assert not re.search("[A-Za-z]", seen.title + seen["og:title"] + seen["og:description"] + seen["og:site_name"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_that_is_too_long_for_a_chat_gives_way_to_the_name_of_the_figure(site: Site, lang: str) -> None:
    seen, t = head(site, f"/abroad?lang={lang}&year=2022"), Language(lang)
    shown = view(figures.placements_map, t, (("year", 2022),))
    assert len(shown.heading) > preview.LONGEST
    assert seen["og:title"] == f"{shown.name}, 2022"
    assert seen["og:description"] == captions.first_sentence(shown)


@pytest.mark.parametrize(("page", "lang"), list(product(EVERY_PAGE.values(), LANGUAGES)), ids=str)
def test_a_link_to_a_page_says_everything_once_in_its_language(site: Site, page: catalog.Page, lang: str) -> None:
    seen = head(site, f"{page.path}?lang={lang}")
    assert seen.meta.keys() == NAMES
    assert {name for name, said in seen.meta.items() if len(said) > 1} == {"og:locale:alternate"}
    assert seen["og:locale"] == LOCALES[lang]
    assert seen.title == catalog.page_title(page.path, lang)
    assert seen["description"] == Language(lang)(page.description)
    first = page.charts[0] if page.charts else "placements_by_year"
    assert seen["og:image"] == f"{ORIGIN}/figures/{first}.png?lang={lang}&size=card"
    assert (seen["og:title"] == seen.title) == (not page.charts)
    assert (seen["og:image:width"], seen["og:image:height"], seen["og:image:type"]) == ("1200", "630", "image/png")
    assert seen["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    "path", ["/", "/abroad", "/abroad?year=2024", "/sources", "/register?year=2024&scope=home&count=assignments"]
)
def test_the_three_languages_of_a_page_name_one_another(site: Site, path: str) -> None:
    versions = head(site, path).alternates
    assert list(versions) == ["kk", "ru", "en", "x-default"]
    assert versions["x-default"] == ORIGIN + path
    for code, version in versions.items():
        seen = head(site, version, Accept_Language="en")
        lang = "en" if code == "x-default" else code
        assert seen.alternates == versions
        assert seen.lang == lang
        assert seen.canonical == [seen["og:url"]] == [versions[lang]]


@pytest.mark.parametrize(
    "odd",
    ["year=abc", "year=1999", "year=", "year=2024&year=2023", "year=2024%0A", "year=02024", "year=all", "search=x"],
)
def test_a_value_that_does_not_exist_is_as_if_absent(site: Site, odd: str) -> None:
    assert head(site, f"/abroad?lang=en&{odd}").html == head(site, "/abroad?lang=en").html


def test_a_year_that_no_figure_of_the_page_knows_is_as_if_absent(site: Site) -> None:
    assert head(site, "/at-home?lang=en&year=2024").html == head(site, "/at-home?lang=en").html


@pytest.mark.parametrize(
    "host", ['a"><script>alert(1)</script>', "a.example/path", "user@a.example", "a.example:999999"]
)
def test_an_odd_host_leaves_addresses_without_one(site: Site, host: str) -> None:
    seen = head(site, "/abroad?lang=en", host)
    assert seen.canonical == ["/abroad?lang=en"]
    assert seen["og:image"] == MAP.format(lang="en")
    assert host not in seen.html and "alert" not in seen.html
    assert ask(site, "/robots.txt", host)[1] == "User-agent: *\nAllow: /\n"
    assert host not in ask(site, "/sitemap.xml", host)[1]


@pytest.mark.parametrize("name", ["lang", "year", "page", "x"])
def test_nothing_that_an_address_says_becomes_html(site: Site, name: str) -> None:
    html = head(
        site, f"/abroad?lang=en&{name}=%22%3E%3Cscript%3Ealert(1)%3C/script%3E{{offer}}", Accept_Language="en"
    ).html
    assert "alert" not in html and "{offer}" not in html


def test_no_text_ends_the_tag_that_it_stands_in() -> None:
    odd = '"><script>alert(1)</script> & <title>'
    html = tags("en", odd, odd, dict.fromkeys((*LANGUAGES, "x-default"), odd), Picture(odd, odd))
    assert "<script" not in html
    seen = Head(html)
    assert seen.title == odd
    assert {seen[name] for name in NAMES if name.endswith(("title", "description", "url", "alt", ":image"))} == {odd}
    assert {*seen.canonical, *seen.alternates.values()} == {odd}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("kk", "Тізілім · 2024 · Қазақстанда · Қызметке тағайындаулар"),
        # To draw all of the register once more takes seconds.
        pytest.param("ru", "Реестр · 2024 · В Казахстане · Назначения", marks=pytest.mark.matrix),
        pytest.param("en", "Register · 2024 · At home · Assignments", marks=pytest.mark.matrix),
    ],
)
def test_a_link_to_a_choice_of_the_register_says_it_in_words_and_keeps_it(site: Site, lang: str, said: str) -> None:
    asked = "year=2024&scope=home&count=assignments"
    seen = head(site, f"/register?lang={lang}&{asked}")
    assert seen.title == f"{said} · {Language(lang)('Volunteers of Kazakhstan')}"
    assert seen["og:url"] == f"{ORIGIN}/register?lang={lang}&{asked}"
    assert re.search("2024", seen["og:title"]) and seen["og:description"].count("2024") == 1
    assert seen["og:image"] == f"{ORIGIN}/figures/register_map.png?lang={lang}&size=card&year=2024&count=assignments"
    light = f"/figures?lang={lang}&page=register&{asked}"
    assert light.replace("&", "&amp;") in seen.html and ask(site, light)[0] == 200


@pytest.mark.parametrize("odd", ["scope=away", "scope=abroad", "count=people", "count=x", "year=2019", "year=2025"])
def test_a_choice_that_the_register_has_not_or_that_is_the_default_is_as_if_absent(site: Site, odd: str) -> None:
    assert head(site, f"/register?lang=en&{odd}").html == head(site, "/register?lang=en").html


@pytest.mark.parametrize(
    ("said", "scheme"), [("https", "https"), ("HTTPS, http", "https"), ("javascript", "http"), ('https"', "http")]
)
def test_the_web_server_in_front_knows_the_scheme(site: Site, said: str, scheme: str) -> None:
    assert head(site, "/?lang=kk", X_Forwarded_Proto=said).canonical == [f"{scheme}://{HOST}/?lang=kk"]


def test_the_address_in_the_catalog_comes_before_what_a_request_says(monkeypatch: pytest.MonkeyPatch) -> None:
    scope = {"type": "http", "scheme": "http", "headers": [(b"host", b"inner:8501")]}
    assert address.origin(scope) == "http://inner:8501"
    monkeypatch.setitem(catalog.SITE, "address", "https://volunteers.example/")
    assert address.origin(scope) == "https://volunteers.example"


@pytest.mark.parametrize(
    "hosts", [[], ["a.example", "b.example"], ["a..example"], ["a" * 64], ["[::1]x"], ["a\n"], [""]]
)
def test_no_or_two_or_impossible_hosts_are_none(hosts: list[str]) -> None:
    headers = [(b"host", host.encode()) for host in hosts]
    assert address.origin({"type": "http", "scheme": "http", "headers": headers}) == ""


def test_without_scripts_there_is_a_way_to_the_light_pages_in_each_language(site: Site) -> None:
    html = ask(site, "/abroad?lang=ru&year=2024")[1]
    said = re.search(r"<noscript>(.*?)</noscript>", html, re.DOTALL)
    assert said
    assert re.findall(r'<p lang="(\w\w)">[^<]+<a href="([^"]+)">[^<]+</a></p>', said[1]) == [
        (lang, f"/figures?lang={lang}&amp;page=abroad&amp;year=2024") for lang in ("kk", "ru", "en")
    ]


def test_a_figure_that_fails_leaves_its_page_a_title(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def placements_by_year(df: object, t: object) -> None:
        """Of the same name, so that nobody has put it into words yet."""

    def alt(*given: object) -> str:
        raise ValueError("the inner works")

    monkeypatch.setattr(figures, "placements_by_year", placements_by_year)
    monkeypatch.setattr(findings, "alt", alt)
    seen = Head(preview.preview(PAGES["sources"], "en", (), ""))
    assert seen.title == "What the sources say · Volunteers of Kazakhstan"
    assert "og:image" not in seen.meta and seen["twitter:card"] == "summary"
    assert "the inner works" in caplog.text


def test_the_sitemap_lists_every_page_and_light_page_in_every_language(site: Site) -> None:
    assert ask(site, "/robots.txt")[1].splitlines()[-1] == f"Sitemap: {ORIGIN}/sitemap.xml"
    entries = ElementTree.fromstring(ask(site, "/sitemap.xml")[1]).findall("map:url", SPACE)
    listed = [entry.findtext("map:loc", "", SPACE) for entry in entries]
    # 7 pages, the list of figures, 32 figures without a year, and 3 with none or one of eight; of the register a page
    # and 12 figures: one without a choice, one by 3 counts, one by 2 scopes too, two by years and counts, seven by all.
    statements, register = 7 + 1 + 32 + 3 * 9, 1 + 1 + 3 + 2 * 3 + 2 * 6 * 3 + 7 * 6 * 2 * 3
    assert len(listed) == len(set(listed)) == (statements + register) * 3
    assert {ORIGIN + "/?lang=kk", ORIGIN + "/figures/placements_map.html?lang=ru&year=2024"} <= set(listed)
    assert {entry.findtext("map:lastmod", "", SPACE) for entry in entries} == {"2026-01-30"}
    for entry, location in zip(entries, listed, strict=True):
        others = {link.attrib["hreflang"]: link.attrib["href"] for link in entry.findall("xhtml:link", SPACE)}
        assert list(others) == ["kk", "ru", "en", "x-default"]
        assert location in others.values() and set(others.values()) - {others["x-default"]} <= set(listed)


def test_a_page_is_in_the_sitemap_under_the_address_that_it_gives_itself(site: Site) -> None:
    listed = re.findall(r"<loc>([^<]+)</loc>", ask(site, "/sitemap.xml")[1])
    pages = [location for location in listed if "/figures" not in location]
    assert len(pages) == 24
    assert [head(site, page).canonical for page in pages] == [[page] for page in pages]


def test_a_release_without_a_full_date_says_no_last_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "release", lambda: {"as_of": "2026-01"})
    assert b"lastmod" not in sitemap.written.__wrapped__(ORIGIN, "2026-01")
