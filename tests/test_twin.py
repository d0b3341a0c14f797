"""Pages without scripts as the server sends them: what stands in them, in which language, how safe, how often made."""

import asyncio
import gzip
import hashlib
import http.client
import json
import re
from collections.abc import Iterator
from http.client import HTTPMessage
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from fontTools.ttLib import TTFont
from starlette.requests import Request

from dashboard import captions, data, press
from dashboard.catalog import CHARTS, EVERY_CHART, EVERY_PAGE, MEASURES, PARAMETERS
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import browser, letters
from dashboard.server import dataset, light, refusals, twin
from dashboard.server.kept import Kept, Made
from tests.e2e.site import Site, running
from tests.light import alts, data_of, parsed, rows, said
from tests.register.shown import Releases
from tests.test_twin_numbers import SITE, orders, page_of
from tests.turns import turns

BY_YEAR = "/figures/placements_by_year.html"
FONTS = Path(light.STATIC)
BY_SEX = "/figures/register_by_sex.html"
Answer = tuple[int, HTTPMessage, bytes]

pytestmark = pytest.mark.usefixtures("registered")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, releases: Releases) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("twin") / "log", releases=releases.hand) as site:
        yield site
    assert not site.complaints()


def ask(site: Site, path: str, method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection(urlsplit(site.address).netloc, timeout=60)
    connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


def page(site: Site, path: str) -> Any:
    status, _, body = ask(site, path)
    assert status == 200, body[:300]
    return parsed(body)


# ---------------------------------------------------------------- what stands in a page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_holds_all_that_belongs_to_its_figure(site: Site, lang: str) -> None:
    t = Language(lang)
    shown = press.shown(press.order("placements_map", "svg", f"lang={lang}&year=2024", lang))
    seen = page(site, f"/figures/placements_map.html?lang={lang}&year=2024")
    assert seen.get("lang") == lang
    assert [said(each) for each in seen.xpath("//h1")] == [shown.heading]
    assert said(seen.xpath("//p[@class='subject']")[0]) == shown.subject
    # One layout for screens, one for phones.
    assert [each.get("class") for each in seen.xpath("//svg")] == ["chart wide", "chart narrow"]
    assert alts(seen) == [shown.alt] * 2
    head, cells = rows(seen)
    assert len(cells) == len(shown.df) and head[-1] == t("Sources")
    assert {cell.get("scope") for cell in seen.xpath("//thead//th")} == {"col"}
    assert {cell.get("scope") for cell in seen.xpath("//tbody//th")} == {"row"}
    words = said(seen.xpath("//main")[0])
    assert t(shown.chart.caveat) in words and t("Borders: UN Geodata, United Nations.") in words
    assert t(MEASURES["placements"].definition) in words
    assert captions.sentence(shown) in words
    cited = seen.xpath(f"//h3[string()='{t('GOST R 7.0.100')}']/following-sibling::pre[1]")
    assert data.release()["release"] in said(cited[0]) and f"{captions.today():%d.%m.%Y}" in said(cited[0])


def test_a_page_leads_to_every_file_of_its_figure_and_to_the_pages_where_it_stands(site: Site) -> None:
    seen = page(site, "/figures/placements_by_agency.html?lang=ru&year=2023")
    links = {str(each) for each in seen.xpath("//main//@href")}
    files = {
        f"/figures/placements_by_agency.{form}?lang=ru&size={size}&year=2023"
        for form in press.FORMS
        for size in press.SIZES
    }
    assert files <= links
    assert {f"/figures/placements_by_agency.{form}?lang=ru&year=2023" for form in ("csv", "xlsx", "json")} <= links
    assert {"/figures/placements_by_agency.zip?year=2023", "/abroad?lang=ru&year=2023"} <= links


def test_years_are_plain_links_that_end_where_the_years_end(site: Site) -> None:
    def choices(year: str) -> dict[str, str]:
        seen = page(site, f"/figures/placements_by_country.html?lang=en{year}")
        return {said(link): link.get("href") for link in seen.xpath("//nav[@class='choices']//a")}

    path = "/figures/placements_by_country.html?lang=en"
    of_all, of_one, of_last = choices(""), choices("&year=2023"), choices("&year=2026")
    assert of_all["2024"] == f"{path}&year=2024" and of_one["All years"] == path
    assert [of_one["← Previous year"], of_one["Next year →"]] == [f"{path}&year=2022", f"{path}&year=2024"]
    assert [of_all["← Previous year"], of_all["Next year →"]] == [f"{path}&year=2026", f"{path}&year=2019"]
    assert "Next year →" not in of_last
    assert not page(site, f"{BY_YEAR}?lang=en").xpath("//nav[@class='choices']")


def choices_of(site: Site, path: str) -> dict[str, dict[str, str]]:
    """Each list of choices by its name: where each of its words leads; the one that is chosen leads to its own page."""
    found = {}
    for each in page(site, path).xpath("//nav[@class='choices']"):
        found[each.get("aria-label")] = {said(link): link.get("href") for link in each.xpath(".//a")}
        (here,) = each.xpath(".//a[@aria-current]/@href")
        assert here == path
    return found


def test_year_scope_and_count_of_the_register_are_plain_links_that_keep_one_another(site: Site) -> None:
    path = f"{BY_SEX}?lang=en"
    found = choices_of(site, f"{path}&year=2024&scope=home&count=assignments")
    assert found == {
        "Choose a year": {
            "← Previous year": f"{path}&year=2023&scope=home&count=assignments",
            "All years": f"{path}&scope=home&count=assignments",
            **{str(year): f"{path}&year={year}&scope=home&count=assignments" for year in range(2020, 2025)},
        },
        "Abroad or at home": {
            "Abroad": f"{path}&year=2024&count=assignments",
            "At home": f"{path}&year=2024&scope=home&count=assignments",
        },
        "What is counted": {
            "Volunteers": f"{path}&year=2024&scope=home",
            "Assignments": f"{path}&year=2024&scope=home&count=assignments",
            "Volunteer-years": f"{path}&year=2024&scope=home&count=volunteer_years",
        },
    }
    assert list(choices_of(site, "/figures/register_by_year.html?lang=kk")) == [
        "Шетелде ме, Қазақстанда ма",
        "Не есептеледі",
    ]
    assert choices_of(site, path)["Choose a year"]["← Previous year"] == f"{path}&year=2024"


def test_languages_keep_the_choice_and_kazakh_comes_first(site: Site) -> None:
    seen = page(site, "/figures/placements_map.html?lang=ru&year=2024")
    assert [(each.get("lang"), each.get("href")) for each in seen.xpath("//nav[@class='languages']//a")] == [
        (lang, f"/figures/placements_map.html?lang={lang}&year=2024") for lang in ("kk", "ru", "en")
    ]
    others = {each.get("hreflang"): each.get("href") for each in seen.xpath("//link[@rel='alternate']")}
    path = f"{site.address}/figures/placements_map.html"
    named = {lang: f"{path}?lang={lang}&year=2024" for lang in LANGUAGES}
    assert others == named | {"x-default": f"{path}?year=2024"}
    assert seen.xpath("//link[@rel='canonical']/@href") == [named["ru"]]
    (picture,) = seen.xpath("//meta[@property='og:image']/@content")
    assert picture == f"{site.address}/figures/placements_map.png?lang=ru&size=card&year=2024"


def test_without_a_language_the_browser_decides_and_both_spellings_are_one_page(site: Site) -> None:
    status, headers, body = ask(site, "/figures/placements_by_year", Accept_Language="de, ru;q=0.8")
    assert (status, headers["Content-Language"]) == (200, "ru")
    assert body == ask(site, f"{BY_YEAR}?lang=ru")[2]


def test_search_engines_for_data_find_a_dataset(site: Site) -> None:
    seen = data_of(page(site, f"{BY_YEAR}?lang=kk"))
    assert (seen["@type"], seen["inLanguage"], seen["version"]) == ("Dataset", "kk", data.release()["release"])
    assert seen["url"] == f"{site.address}{BY_YEAR}?lang=kk"
    assert 50 <= len(seen["description"]) <= 5000
    assert seen["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [each["contentUrl"].rpartition(".")[2] for each in seen["distribution"]] == [
        f"{form}?lang=kk" for form in ("csv", "xlsx", "json", "svg", "png", "pdf")
    ]
    assert len(seen["isBasedOn"]) == 4


def test_no_text_ends_the_element_of_data() -> None:
    wanted = press.Order("placements_by_year", "svg", "en", site='https://x.example/</script><!--"')
    script = dataset.script(press.shown(wanted), wanted)
    assert script.count("</script>") == 1 and "<!--" not in script
    assert json.loads(re.sub(r"</?script[^>]*>", "", script))["url"].startswith(wanted.site)


# ---------------------------------------------------------------- in a frame on another site


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_a_frame_source_licence_and_caveat_stay(site: Site, lang: str) -> None:
    t = Language(lang)
    seen = page(site, f"{BY_YEAR}?lang={lang}&embed=1")
    assert seen.xpath("//svg") and not seen.xpath("//table | //header | //footer | //nav")
    words = said(seen.xpath("//main")[0])
    assert t(CHARTS["placements_by_year"].caveat) in words and "CC BY 4.0" in words
    assert len(seen.xpath("//ul[@class='sources']/li")) == 4
    assert f"{site.address}{BY_YEAR}?lang={lang}" in seen.xpath("//main//@href")
    assert seen.xpath("//base/@target") == ["_blank"]
    assert seen.xpath("//link[@rel='canonical']/@href") == [f"{site.address}{BY_YEAR}?lang={lang}"]


def test_the_lines_for_other_sites_show_the_figure(site: Site) -> None:
    seen = page(site, "/figures/placements_map.html?lang=kk&year=2024")
    address, frame, picture = (said(each) for each in seen.xpath("//details[last()]/pre"))
    assert address == f"{site.address}/figures/placements_map.html?lang=kk&year=2024"
    (inside,) = parsed(frame).xpath("//iframe")
    assert inside.get("src") == f"{address}&embed=1" and inside.get("title")
    assert page(site, inside.get("src").removeprefix(site.address)).xpath("//svg")
    (image,) = parsed(picture).xpath("//img")
    wanted = press.order("placements_map", "png", "year=2024", "kk", site.address)
    assert image.get("src") == wanted.address and image.getparent().get("href") == address
    assert image.get("alt") == press.shown(press.order("placements_map", "svg", "year=2024", "kk")).alt


# ---------------------------------------------------------------- safe


@pytest.mark.parametrize("path", [f"{BY_YEAR}?lang=kk", f"{BY_YEAR}?lang=kk&embed=1", "/figures?lang=kk&page=abroad"])
def test_no_script_can_run_and_no_other_host_is_asked(site: Site, path: str) -> None:
    _, headers, body = ask(site, path)
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == "'none'"
    assert not {"script-src", "connect-src", "object-src"} & policy.keys(), "what is not named falls back to none"
    style = re.search(rb"<style>(.*?)</style>", body, re.DOTALL)
    assert style
    assert b"unsafe" not in headers["Content-Security-Policy"].encode()
    assert policy["frame-ancestors"] == ("*" if "embed" in path else "'none'")
    seen = parsed(body)
    assert {each.get("type") for each in seen.xpath("//script")} <= {"application/ld+json"}
    assert not seen.xpath("//@style | //@*[starts-with(name(), 'on')] | //iframe | //object | //embed")
    loaded = seen.xpath("//link[not(@rel='canonical' or @rel='alternate')]/@href | //@src | //image/@*[name()='href']")
    assert all(str(each).startswith(("/app/static/", "data:image/svg+xml;")) for each in loaded)
    assert (headers["X-Content-Type-Options"], headers["Set-Cookie"]) == ("nosniff", None)
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["X-Frame-Options"] is None


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/figures/nix.html?lang=ru", 404, "«nix»"),
        ("/figures/nix?lang=kk", 404, "placements_map"),
        ("/figures/placements_map.exe?lang=en", 404, "html, svg, png, pdf, csv, xlsx, json, zip"),
        ("/figures/placements_map.html?lang=xx", 400, "kk, ru, en"),
        ("/figures/placements_map.html?lang=en&year=1812", 400, "all, 2019, 2020"),
        ("/figures/placements_map.html?lang=en&embed=yes", 400, "0, 1"),
        ("/figures/placements_by_year.html?lang=en&year=2024", 400, "embed, lang"),
        ("/figures/placements_map.html?lang=en&year=2023&year=2024", 400, "only once"),
        ("/figures?lang=en&page=nix", 400, "overview, abroad, un_volunteers"),
        (f"{BY_SEX}?lang=en&year=2019", 400, "all, 2020, 2021, 2022, 2023, 2024."),
        (f"{BY_SEX}?lang=en&scope=both", 400, "abroad, home."),
        (f"{BY_SEX}?lang=en&count=hours", 400, "people, assignments, volunteer_years."),
        ("/figures/register_map.html?lang=en&scope=home", 400, "count, embed, lang, year"),
        ("/figures?lang=en&page=register&year=2019", 400, "all, 2020"),
        ("/figures?lang=en&scope=home", 400, "lang, page, year"),
        ("/figures?lang=en&year=1812", 400, "all, 2019"),
        ("/figures?lang=en&size=wide", 400, "lang, page, year"),
        ("/figures.json?lang=en&x=1", 400, "lang"),
        ("/figures/placements_map.html?lang=en&%3Cscript%3E=1", 400, "“<script>”"),
    ],
)
def test_what_means_nothing_is_refused_in_one_sentence_with_what_may_stand_there(
    site: Site, path: str, status: int, told: str
) -> None:
    answered, headers, body = ask(site, path)
    text = body.decode()
    assert answered == status
    assert told in text.replace("“nix”", "«nix»")
    assert headers["Content-Type"].startswith("text/plain") and headers["Cache-Control"] == "no-store"
    assert text.count("\n") == 1 and len(text) < 1200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refusal_shortens_what_it_repeats_and_obeys_no_letter_in_it(lang: str) -> None:
    value = "\u202e\x1b[31m{lang}" + "x" * 100
    told = refusals.sentence(Language(lang), press.Wrong("year", value, ("all", "2019")))
    assert "··[31m{lang}xxx" in told and "x…" in told and "x" * 40 not in told
    assert told.isprintable() and "all, 2019" in told


# ---------------------------------------------------------------- kept


def test_a_page_is_known_by_its_etag_until_anything_changes(site: Site) -> None:
    _, headers, body = ask(site, f"{BY_YEAR}?lang=kk", Accept_Encoding="gzip")
    again = ask(site, f"{BY_YEAR}?lang=kk", Accept_Encoding="gzip", If_None_Match=headers["ETag"])
    assert (again[0], again[2], again[1]["ETag"]) == (304, b"", headers["ETag"])
    assert again[1]["Content-Security-Policy"] == headers["Content-Security-Policy"]
    status, head, nothing = ask(site, f"{BY_YEAR}?lang=kk", "HEAD", Accept_Encoding="gzip")
    assert (status, nothing, head["Content-Length"]) == (200, b"", str(len(body)))
    assert gzip.decompress(body).startswith(b"<!DOCTYPE html>")
    others = [f"{BY_YEAR}?lang=ru", f"{BY_YEAR}?lang=kk&embed=1", "/figures/placements_selection.html?lang=kk"]
    tags = {ask(site, path, Accept_Encoding="gzip")[1]["ETag"] for path in others}
    assert len(tags) == 3 and headers["ETag"] not in tags
    assert ask(site, f"{BY_YEAR}?lang=kk", "POST")[0] == 405


def test_a_page_is_made_once_and_the_longest_unasked_goes_first() -> None:
    made: list[str] = []

    async def page(name: str, etag: str | None) -> Made:
        made.append(name)
        await asyncio.sleep(0)
        return Made(name.encode() * 10, etag)

    async def asked() -> None:
        kept = Kept(limit=25)
        for names in ("aaaa", "b", "a", "c", "ab"):
            await asyncio.gather(*(kept.get(name, lambda name=name: page(name, name)) for name in names))  # type: ignore[misc]
        await kept.get("n", lambda: page("n", None))
        await kept.get("n", lambda: page("n", None))

    asyncio.run(asked())
    # Four readers of one page wait for one making; b has to go when c comes, for a was asked for since.
    assert made == ["a", "b", "c", "b", "n", "n"]


def test_without_a_browser_the_table_stands_alone_and_such_a_page_is_not_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(browser, "path", lambda: None)
    monkeypatch.setattr(press, "STORE", press.store.Store(tmp_path))
    monkeypatch.setattr(twin, "KEPT", Kept(limit=1_000_000))
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": BY_YEAR,
        "query_string": b"lang=en",
        "headers": [],
    }
    scope |= {"path_params": {"name": "placements_by_year"}, "scheme": "http", "client": None}
    response = asyncio.run(twin.twin(Request(scope)))
    seen = parsed(bytes(response.body))
    assert response.status_code == 200 and response.headers["Cache-Control"] == "no-store"
    (notice,) = seen.xpath("//p[@class='notice']")
    assert said(notice).startswith("This server has no browser")
    assert not seen.xpath("//svg") and len(rows(seen)[1]) == 4
    assert not twin.KEPT.kept


def test_a_figure_without_rows_says_so_instead_of_drawing_nothing(site: Site) -> None:
    empty = [wanted for name in CHARTS for wanted in orders(name) if press.shown(wanted).df.empty]
    assert empty
    seen = page(site, empty[0].page.removeprefix(SITE))
    assert not seen.xpath("//svg | //table[not(@class)]")
    assert [said(each) for each in seen.xpath("//p[@class='nothing']")] == [
        Language(empty[0].lang)("No figure was published for this choice.")
    ]


# ---------------------------------------------------------------- the list


def test_the_list_names_every_figure_under_each_page_on_which_it_stands(site: Site) -> None:
    seen = page(site, "/figures?lang=ru&year=2024")
    links = [str(each) for each in seen.xpath("//main//h3/a/@href")]
    expected = [(name, "year" in EVERY_CHART[name].parameters) for each in EVERY_PAGE.values() for name in each.charts]
    assert links == [f"/figures/{name}.html?lang=ru" + ("&year=2024" if year else "") for name, year in expected]
    assert len({*links}) == len(EVERY_CHART)


@pytest.mark.parametrize("code", turns([code for code, each in EVERY_PAGE.items() if each.charts], 4))
def test_a_page_of_the_app_is_to_be_had_without_scripts(site: Site, code: str) -> None:
    seen = page(site, f"/figures?lang=en&page={code}&year=2024")
    assert [said(each) for each in seen.xpath("//h1")] == [EVERY_PAGE[code].title]
    titles = [each.get("href").partition("?")[0] for each in seen.xpath("//main//h2/a")]
    assert titles == [f"/figures/{name}.html" for name in EVERY_PAGE[code].charts]
    tables = len(seen.xpath("//div[@class='scroll grouped']/table"))
    assert len(seen.xpath("//svg")) == 2 * (len(titles) - tables), "each for screens and for phones"
    ids = [str(each) for each in seen.xpath("//@id")]
    assert len(ids) == len({*ids})
    told = [said(each) for each in seen.xpath("//p[@class='notice']")]
    knows_years = any("year" in EVERY_CHART[name].parameters for name in EVERY_PAGE[code].charts)
    assert told == ([] if knows_years else ["These figures cannot be chosen by year."])
    assert bool(seen.xpath("//nav[@class='choices']")) == knows_years


def test_a_page_of_the_app_without_figures_leads_to_all_of_them_and_to_the_data(site: Site) -> None:
    seen = page(site, "/figures?lang=en&page=methodology")
    assert len(seen.xpath("//main//h3")) == sum(len(each.charts) for each in EVERY_PAGE.values())
    assert "/data/?lang=en" in seen.xpath("//p[@class='notice']//@href")


def test_programs_learn_what_may_stand_in_an_address_and_it_is_true(site: Site) -> None:
    listed = json.loads(ask(site, "/figures.json?lang=en")[2])
    assert (listed["language"], listed["release"]) == ("en", data.release()["release"])
    figures = {each["name"]: each for each in listed["figures"]}
    assert list(figures) == list(EVERY_CHART)
    assert figures["placements_map"]["parameters"] == {"year": ["all", *PARAMETERS["year"]]}
    assert figures["placements_map"]["pages"] == ["overview", "abroad"]
    years = ["all", "2020", "2021", "2022", "2023", "2024"]
    of_register = {"year": years, "scope": ["abroad", "home"], "count": ["people", "assignments", "volunteer_years"]}
    assert (figures["register_by_sex"]["parameters"], figures["register_by_sex"]["pages"]) == (
        of_register,
        ["register"],
    )
    for each in figures.values():
        assert list(each["formats"]) == ["html", "svg", "png", "pdf", "csv", "xlsx", "json", "zip"]
        assert ask(site, each["formats"]["csv"]["address"].removeprefix(site.address))[0] == 200


# ---------------------------------------------------------------- letters


def test_the_typefaces_are_those_that_the_charts_are_measured_with() -> None:
    for weight, name in ((400, "regular"), (700, "bold")):
        (path,) = FONTS.glob(f"inter-{name}.*.woff2")
        assert hashlib.sha256(path.read_bytes()).hexdigest()[:8] in path.name, "a changed file needs a new name"
        assert f"/app/static/{path.name}" in light.style()
        with TTFont(path) as ours, TTFont(letters.FILES[weight]) as measured:
            assert ours.getBestCmap() == measured.getBestCmap()
            assert ours["hmtx"].metrics == measured["hmtx"].metrics


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_letter_of_any_page_falls_back_to_another_typeface(lang: str) -> None:
    words = {
        letter
        for name in EVERY_CHART
        for wanted in orders(name)[:: 1 if name in CHARTS else 7]
        if wanted.lang == lang
        for letter in parsed(page_of(wanted)).xpath("string(//body)")
    }
    (signs,) = re.findall(r"unicode-range: ([^;]+);", light.style())
    drawn = letters.letters() | {int(each, 16) for each in re.findall(r"U\+(\w+)", signs)}
    lost = {letter for letter in words if ord(letter) not in drawn and not letter.isspace()}
    # Titles in Chinese keep the typeface of the reader's machine.
    assert all("\u4e00" <= letter <= "\u9fff" for letter in lost), lost
