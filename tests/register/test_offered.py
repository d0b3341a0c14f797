"""What can be chosen of the register: the years of its release and no others, and no link to what would be refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.requests import Request

from dashboard import data, offered, press
from dashboard.catalog import EVERY_PAGE, PAGES
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.order import rows_asked
from dashboard.server import figure_page, listing, twin
from tests.light import parsed, said

pytestmark = pytest.mark.usefixtures("registered")
BY_SEX = "/figures/register_by_sex.html"


def request(address: str) -> Request:
    parts = urlsplit(address)
    named = {"name": parts.path.removeprefix("/figures/").partition(".")[0]}
    scope: dict[str, Any] = {"type": "http", "method": "GET", "scheme": "http", "headers": [], "client": None}
    return Request(scope | {"path": parts.path, "query_string": parts.query.encode(), "path_params": named})


def page(address: str) -> Any:
    """The light page at an address, without its drawings."""
    if urlsplit(address).path == "/figures":
        return parsed(listing._page(listing.asked(request(address)), ""))
    wanted = twin.asked(request(address)).wanted
    return parsed(figure_page.whole(press.shown(wanted), wanted, ""))


def refused(link: str) -> bool:
    """Whether what lies at this address of ours does not know what the address says."""
    parts = urlsplit(link)
    name, _, form = parts.path.removeprefix("/figures/").partition(".")
    try:
        if parts.path == "/figures":
            listing.asked(request(link))
        elif form == "html":
            twin.asked(request(link))
        elif form in press.FORMS:
            press.order(name, form, parts.query, "en")
        elif parts.path.startswith("/figures/"):
            rows_asked(name, form, parts.query, "en")
        else:
            return not by_the_app(link)
    except press.Wrong:
        return True
    return False


def by_the_app(link: str) -> bool:
    """Whether a page of the app knows all of it; other addresses of ours take a language alone."""
    parts = urlsplit(link)
    asked = {name: values for name, values in parse_qs(parts.query).items() if name not in ("lang", "only")}
    shown = next((each for each in EVERY_PAGE.values() if each.path == parts.path), None)
    known = offered.remembered(shown) if shown else {}
    return all(len(values) == 1 and values[0] in known.get(name, ()) for name, values in asked.items())


@pytest.mark.parametrize(
    "address",
    [
        f"{BY_SEX}?lang=kk&year=2020&scope=home&count=assignments",
        "/figures?lang=ru&page=register&year=2021&scope=home&count=volunteer_years",
        "/figures?lang=ru&page=register&year=2021",
        # No year of the register, which has 2020 to 2024.
        "/figures?lang=en&year=2019",
        "/figures?lang=en&page=abroad&year=2026",
        "/figures/placements_map.html?lang=kk&year=2019",
        "/figures/register_and_claims.html?lang=en",
    ],
)
def test_no_link_of_a_light_page_leads_to_what_is_refused(address: str) -> None:
    links = {str(each) for each in page(address).xpath("//@href") if str(each).startswith("/")}
    asked = {link for link in links if "/static/" not in link}
    assert len(asked) > 15
    assert [link for link in sorted(asked) if refused(link)] == []


def test_the_same_check_would_find_a_link_that_is() -> None:
    wrong = [f"{BY_SEX}?year=2019", "/figures?scope=home", "/abroad?year=1812", "/figures/register_map.png?scope=home"]
    assert [link for link in wrong if not refused(link)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_the_register_offers_year_scope_and_count_for_all_its_figures_at_once(lang: str) -> None:
    t, path = Language(lang), f"/figures?lang={lang}&page=register"
    found = {
        each.get("aria-label"): {said(link): link.get("href") for link in each.xpath(".//a")}
        for each in page(f"{path}&year=2024&scope=home").xpath("//nav[@class='choices']")
    }
    years, scopes, counts = (found[t(name)] for name in ("Choose a year", "Abroad or at home", "What is counted"))
    assert list(years)[1:] == [t("All years"), "2020", "2021", "2022", "2023", "2024"]
    assert scopes[t("Abroad")] == f"{path}&year=2024"
    assert counts[t("Assignments")] == f"{path}&year=2024&scope=home&count=assignments"
    assert len(found) == 3


def test_a_figure_of_the_list_is_asked_for_what_it_knows_of_the_choice() -> None:
    it = listing.asked(request("/figures?lang=en&page=register&year=2024&scope=home&count=assignments"))
    register = EVERY_PAGE["register"]
    known = {name: it.of(offered.charts()[name], register) for name in register.charts}
    year, scope, count = ("year", "2024"), ("scope", "home"), ("count", "assignments")
    assert known["register_map"] == known["register_by_host"] == (year, count)
    assert known["register_by_sex"] == known["register_by_region"] == (year, scope, count)
    assert (known["register_by_year"], known["register_by_host_and_agency"]) == ((scope, count), (count,))
    assert known["register_and_claims"] == ()


@pytest.mark.parametrize(("name", "years"), [("hand", range(2020, 2025)), ("synthetic", range(2019, 2026))])
def test_the_years_are_those_of_the_release(releases: Any, show: Any, name: str, years: range) -> None:
    show(getattr(releases, name))
    of_all = ("all", *map(str, years))
    assert offered.of_page(EVERY_PAGE["register"])["year"] == of_all == offered.codes("register_map", "year")
    assert offered.of_page(EVERY_PAGE["abroad"])["year"] == ("all", *map(str, range(2019, 2027)))


def test_a_year_of_one_page_alone_is_not_carried_to_the_other(show: Any, releases: Any) -> None:
    choices = (("year", "2019"), ("scope", "home"))
    assert offered.kept(EVERY_PAGE["abroad"], choices) == (("year", "2019"),)
    assert offered.kept(EVERY_PAGE["register"], choices) == (("scope", "home"),)
    assert offered.kept(PAGES["sources"], choices) == offered.kept(None, choices) == (("year", "2019"),)


# ---------------------------------------------------------------- without a release


@pytest.fixture
def nothing(registered: Any, show: Any, releases: Any) -> None:
    """After `registered`, which every test here asks for."""
    show(releases.none)


@pytest.mark.usefixtures("nothing")
def test_without_a_release_nothing_of_the_register_is_offered() -> None:
    assert "register" not in offered.pages()
    assert [name for name in offered.charts() if data.register.is_of(name)] == []
    assert not re.search("register", " ".join(map(str, page("/figures?lang=en").xpath("//@href"))))
    for asked in (f"{BY_SEX}?lang=en", "/figures/register_map.svg", "/figures/register_by_year.csv"):
        assert refused(asked)
    with pytest.raises(press.Wrong, match="page"):
        listing.asked(request("/figures?page=register"))


@pytest.mark.usefixtures("nothing")
@pytest.mark.parametrize(
    "ask",
    [
        lambda: rows_asked("register_map", "csv", "", "en"),
        lambda: press.order("register_map", "svg", "", "en"),
        lambda: twin.asked(request("/figures/register_map.html")),
    ],
    ids=["rows", "picture", "page"],
)
def test_without_a_release_a_figure_of_the_register_is_one_that_there_is_not(ask: Callable[[], Any]) -> None:
    with pytest.raises(press.Wrong) as error:
        ask()
    assert (error.value.part, error.value.value) == ("figure", "register_map")
