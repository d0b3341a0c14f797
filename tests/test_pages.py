"""Pages, as Streamlit runs them but without a browser: each in every language, and what an address may say."""

import json
import logging
import re
from collections.abc import Iterator
from functools import cache
from html import escape, unescape
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from dashboard import captions, catalog, data, figures
from dashboard.catalog import EVERY_CHART, EVERY_PAGE, PARAMETERS, WORDS
from dashboard.i18n import LANGUAGES, Language
from dashboard.press import FORMS, order
from dashboard.view import view
from tests.turns import turns

SHELL = Path(__file__).parents[1] / "dashboard" / "shell.py"
SITE = "http://127.0.0.1:8501"
YEARS = [int(year) for year in PARAMETERS["year"]]
# Of the release of the register that was counted by hand.
REGISTER_YEARS = [2020, 2021, 2022, 2023, 2024]
WITH_YEAR = [
    code for code, page in EVERY_PAGE.items() if any("year" in EVERY_CHART[chart].parameters for chart in page.charts)
]
# As usual the first, the last and 2024; all of them with the matrix.
EACH_YEAR = [
    pytest.param(page, year, marks=[] if year in (years[0], 2024, years[-1]) else pytest.mark.matrix)
    for page in WITH_YEAR
    for years in [REGISTER_YEARS if page == "register" else YEARS]
    for year in years
]
CYRILLIC, LATIN = re.compile(r"[\u0400-\u04ff]"), re.compile(r"[A-Za-z]")
BAD = [
    ("year", "abc"),
    ("year", "1812"),
    ("year", "2018"),
    ("year", "2027"),
    ("year", "2024.0"),
    ("year", "-2024"),
    ("year", "２０２４"),
    ("year", " 2024"),
    ("year", ""),
    ("year", "\x00"),
    ("year", "<script>alert(1)</script>"),
    ("year", "'\"><img src=x onerror=alert(1)>"),
    ("year", "{value} {0} %s"),
    ("year", "9" * 5000),
    ("lang", "xx"),
    ("lang", "KK"),
    ("lang", "<script>"),
    ("lang", "x" * 5000),
    ("scope", "both"),
    ("scope", ["abroad", "home"]),
    ("count", "volunteer_days"),
    ("count", "'\"><img src=x onerror=alert(1)>"),
    ("measure", "no_such_measure"),
    ("measure", ["placements", "candidates"]),
    ("only", "yes"),
    ("figure", "no_such_chart"),
    ("statement", "NO-SUCH-CLAIM"),
    ("statement", "KZ-FF-2024.two"),
    ("statement", "KZ-FF-2024."),
    ("statement", ["KZ-FF-2024", "KZ-FF-2024-EN"]),
    ("search", "x" * 81),
    ("search", "\x00"),
    ("page", "no/such/page"),
    ("year", ["2024", "2025"]),
    ("year", ["2024", "2024"]),
    ("lang", ["kk", "ru"]),
]


pytestmark = pytest.mark.usefixtures("registered")


class Log(logging.Handler):
    """What Streamlit complains of while a page runs; of the thread that only sets it up it always does."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.threadName != "MainThread":
            self.lines.append(record.getMessage())


@pytest.fixture(autouse=True)
def log() -> Iterator[Log]:
    """No test of a page may end with a complaint of Streamlit."""
    said = Log()
    loggers = [logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("streamlit")]
    for logger in loggers:
        logger.addHandler(said)
    yield said
    for logger in loggers:
        logger.removeHandler(said)
    assert said.lines == []


def opened(page: str, /, unfolded: bool = False, **query: Any) -> AppTest:
    """The page as a reader sees it who follows a link to it; unfolded, with every table and download open."""
    app = AppTest.from_file(str(SHELL), default_timeout=30)
    app.query_params.update(query)
    app.context["url"] = SITE + EVERY_PAGE[page].path
    for chart in EVERY_PAGE[page].charts if unfolded else ():
        app.session_state[f"table_{chart}"] = app.session_state[f"about_{chart}"] = True
    app.run()
    if EVERY_PAGE[page].path != "/":
        app.switch_page(str(EVERY_PAGE[page].file))
        app.run()
    return app


def sound(app: AppTest) -> AppTest:
    """The same page, if nothing on it failed or warned."""
    assert [str(failed.value) for failed in (*app.exception, *app.error, *app.warning)] == []
    return app


def html(app: AppTest) -> list[str]:
    return [str(part.proto.body) for part in app.get("html")]


def text(app: AppTest) -> str:
    words = (unescape(re.sub(r"<[^>]+>", " ", body)) for body in html(app) if not body.startswith("<style"))
    return " ".join(" ".join(words).split())


@cache
def whole(page: str, code: str) -> AppTest:
    """The page in a language with everything on it open, for tests that only look."""
    return opened(page, unfolded=True, lang=code)


@cache
def of_2024(page: str) -> AppTest:
    return opened(page, lang="ru", year="2024")


def ignored(app: AppTest) -> list[str]:
    return [body for body in html(app) if "class='ignored'" in body]


def group(app: AppTest, name: str) -> Any:
    """The buttons of which one is chosen for a parameter."""
    (found,) = [each for each in app.get("button_group") if each.key == name]
    return found


def years(app: AppTest) -> Any:
    return group(app, "year")


def links(app: AppTest) -> list[str]:
    """Where the language links and the navigation lead."""
    bar = next(body for body in html(app) if 'class="languages"' in body)
    return [unescape(link) for link in re.findall(r'href="([^"]*)"', bar)]


@pytest.mark.parametrize(("page", "code"), turns(product(EVERY_PAGE, LANGUAGES), 4))
def test_a_page_runs_with_everything_on_it_open(page: str, code: str) -> None:
    app = sound(whole(page, code))
    t = Language(code)
    charts = EVERY_PAGE[page].charts
    assert len(app.title) == 1
    assert CYRILLIC.search(app.title[0].value) or code == "en"
    in_html = sum("<div class='map" in body or '<div class="scroll grouped"' in body for body in html(app))
    assert len(app.get("plotly_chart")) + len(app.get("deck_gl_json_chart")) + in_html == len(charts)
    assert len(app.get("download_button")) >= 3 * len(charts)
    assert sum("<caption>" in body for body in html(app)) >= len(charts)
    assert t("Data as of") in text(app)
    assert ignored(app) == []


@pytest.mark.parametrize(("page", "year"), EACH_YEAR)
def test_a_page_runs_for_every_year(page: str, year: int) -> None:
    app = sound(opened(page, unfolded=True, lang="en", year=str(year)))
    assert years(app).value == year
    assert ignored(app) == []


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_every_language_shows_the_same_numbers_of_claims(page: str) -> None:
    """In the alphabet of each: the claims of a list of countries stand in another order."""
    found = [re.findall(r'data-trace="([^"]+)"', " ".join(html(whole(page, code)))) for code in LANGUAGES]
    traces = [sorted(sorted(each.split()) for each in of_language) for of_language in found]
    assert traces[0] == traces[1] == traces[2]


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_a_page_in_english_has_no_cyrillic_words_of_ours(page: str) -> None:
    own = [re.sub(r'<cite lang="(?!en).*?</cite>', "", body) for body in html(whole(page, "en"))]
    own = [re.sub(r"<nav.*?</nav>|<pre.*?</pre>|<code.*?</code>", "", body, flags=re.DOTALL) for body in own]
    words = unescape(re.sub(r"<[^>]+>", " ", " ".join(own))).replace("Vласть", "")
    assert [word for word in re.findall(r"\w+", words) if CYRILLIC.search(word)] == []


@pytest.mark.parametrize(("name", "value"), BAD, ids=[f"{name}-{str(value)[:20]!a}" for name, value in BAD])
def test_a_bad_value_gives_the_default_and_one_line_that_names_it(name: str, value: Any) -> None:
    query: dict[str, Any] = {"lang": "en"} | {name: value}
    app = sound(opened("overview", **query))
    values = value if isinstance(value, list) else [value]
    named = "&".join(f"{name}={each}" for each in values)
    assert len(ignored(app)) == 1
    assert escape(named[:40]) in ignored(app)[0]
    assert years(app).value == "all"
    if name == "lang":
        assert app.title[0].value == whole("overview", "kk").title[0].value


HARMFUL = ("<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", "&lt;b&gt;")
NAMED = ("year", "lang", "page", "measure", "only", "figure", "statement")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        # As usual one value for each name, in turn; all of them with the matrix.
        pytest.param(name, value, marks=[] if (i + j) % len(HARMFUL) == 0 else pytest.mark.matrix)
        for (i, name), (j, value) in product(enumerate(NAMED), enumerate(HARMFUL))
    ],
)
def test_nothing_of_an_address_is_run_by_the_browser(name: str, value: str) -> None:
    query: dict[str, Any] = {name: value}
    app = sound(opened("abroad", **query))
    assert [body for body in html(app) if value in body] == []
    assert escape(f"{name}={value}"[:40]) in ignored(app)[0]


def test_two_bad_values_are_named_in_one_line() -> None:
    app = sound(opened("abroad", lang="xx", year="abc"))
    assert len(ignored(app)) == 1
    assert "lang=xx" in ignored(app)[0] and "year=abc" in ignored(app)[0]


def test_a_long_value_is_named_in_short() -> None:
    assert len(ignored(opened("abroad", lang="en", year="9" * 5000))[0]) < 400


def test_what_the_page_does_not_know_is_left_alone() -> None:
    assert ignored(sound(opened("abroad", lang="en", utm_source="letter"))) == []


@pytest.mark.parametrize(
    ("accepted", "title"),
    [
        ("ru, en;q=0.5", "Волонтеры за рубежом"),
        ("de, en;q=0.5", "Volunteers abroad"),
        ("de", "Шетелдегі волонтерлер"),
        (None, "Шетелдегі волонтерлер"),
    ],
)
def test_without_a_language_in_the_address_the_browser_decides(
    accepted: str | None, title: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    headers = {"Accept-Language": accepted} if accepted else {}
    monkeypatch.setattr(ContextProxy, "headers", headers)
    assert sound(opened("abroad")).title[0].value == title
    assert sound(opened("abroad", lang="en")).title[0].value == "Volunteers abroad"


def step(app: AppTest, by: int) -> Any:
    return next(button for button in app.button if button.key == f"step_{by}")


@pytest.mark.parametrize("page", WITH_YEAR)
def test_the_next_and_the_previous_year_are_one_click_away(page: str) -> None:
    app = opened(page, lang="ru", year="2022")
    step(app, 1).click()
    sound(app.run())
    assert (app.query_params["year"], years(app).value) == ("2023", 2023)
    step(app, -1).click()
    app.run()
    step(app, -1).click()
    sound(app.run())
    assert (app.query_params["year"], years(app).value) == ("2021", 2021)
    assert app.query_params["lang"] == "ru"


@pytest.mark.parametrize(
    ("page", "start", "by", "year"),
    [
        ("abroad", "all", 1, str(YEARS[0])),
        ("abroad", "all", -1, str(YEARS[-1])),
        ("abroad", "abc", 1, str(YEARS[0])),
        ("register", "all", 1, str(REGISTER_YEARS[0])),
        ("register", "all", -1, str(REGISTER_YEARS[-1])),
        ("register", str(YEARS[0]), 1, str(REGISTER_YEARS[0])),
    ],
)
def test_from_all_years_the_steps_lead_to_the_ends(page: str, start: str, by: int, year: str) -> None:
    app = opened(page, lang="en", year=start)
    step(app, by).click()
    sound(app.run())
    assert app.query_params["year"] == year
    assert ignored(app) == []


@pytest.mark.parametrize(("page", "known"), [("abroad", YEARS), ("register", REGISTER_YEARS)])
@pytest.mark.parametrize(("place", "shut", "open_"), [(0, -1, 1), (-1, 1, -1)])
def test_at_the_first_and_the_last_year_the_way_ends(
    page: str, known: list[int], place: int, shut: int, open_: int
) -> None:
    app = opened(page, lang="en", year=str(known[place]))
    assert (step(app, shut).disabled, step(app, open_).disabled) == (True, False)


def test_any_year_can_be_chosen_from_the_list_and_all_years_again() -> None:
    app = opened("abroad", lang="en")
    assert years(app).options == ["All years", *(str(year) for year in YEARS)]
    years(app).set_value(2024)
    sound(app.run())
    assert app.query_params == {"lang": "en", "year": "2024"}
    years(app).set_value("all")
    sound(app.run())
    assert app.query_params == {"lang": "en"}


def test_the_register_has_the_years_of_its_release_and_says_that_it_has_no_other() -> None:
    app = sound(opened("register", lang="en", year="2019"))
    assert years(app).options == ["All years", *(str(year) for year in REGISTER_YEARS)]
    assert years(app).value == "all" and "year=2019" in ignored(app)[0]
    # Nor does it lead the reader to a page that would say the same of its own years.
    ways = {
        link.proto.page: link.proto.query_string for link in opened("abroad", lang="en", year="2019").get("page_link")
    }
    assert (ways["abroad"], ways["sources"], ways["register"]) == ("lang=en&year=2019", "lang=en&year=2019", "lang=en")


@pytest.mark.parametrize("code", LANGUAGES)
def test_scope_and_count_stand_in_the_address_as_codes_and_on_the_page_as_words(code: str) -> None:
    t = Language(code)
    app = opened("register", lang=code)
    for name, chosen in (("scope", "home"), ("count", "volunteer_years")):
        assert group(app, name).options == [t(word) for word in WORDS[f"{name}s"].values()]
        assert group(app, name).value == PARAMETERS[name][0]
        group(app, name).set_value(chosen)
        sound(app.run())
    assert app.query_params == {"lang": code, "scope": "home", "count": "volunteer_years"}
    assert [link.partition("?")[2] for link in links(app)] == [
        f"lang={each}&scope=home&count=volunteer_years" for each in LANGUAGES
    ]
    group(app, "scope").set_value("abroad")
    group(app, "count").set_value("people")
    sound(app.run())
    assert app.query_params == {"lang": code}, "what is the default needs no mention"


def test_a_link_with_scope_count_and_year_opens_what_it_names() -> None:
    app = sound(opened("register", unfolded=True, lang="en", year="2024", scope="home", count="assignments"))
    assert (group(app, "scope").value, group(app, "count").value, years(app).value) == ("home", "assignments", 2024)
    assert ignored(app) == []
    # Six people in 2022 and three in 2024, one assignment each.
    (by_year,) = [body for body in html(app) if "<caption>Volunteers by year:" in body]
    cells = [re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<td>(.*?)</td>", by_year)]
    assert [cell for cell in cells if cell.isdigit() and len(cell) == 1] == ["0", "0", "6", "0", "3"]


def test_a_choice_replaces_what_was_wrong_in_the_address() -> None:
    app = opened("abroad", lang="en", year=["2024", "2025"])
    years(app).set_value(2022)
    sound(app.run())
    assert app.query_params["year"] == "2022"
    assert ignored(app) == []


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_switching_the_language_keeps_page_and_year(page: str) -> None:
    for link, code in zip(links(of_2024(page)), LANGUAGES, strict=True):
        assert urlsplit(link).path == EVERY_PAGE[page].path
        assert parse_qs(urlsplit(link).query) == {"lang": [code], "year": ["2024"]}


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_the_navigation_keeps_language_and_year(page: str) -> None:
    ways = [link.proto for link in of_2024(page).get("page_link")]
    assert [way.page for way in ways] == [each.path.strip("/") for each in EVERY_PAGE.values()]
    assert {way.query_string for way in ways} == {"lang=ru&year=2024"}


def test_a_link_names_the_language_even_where_the_address_does_not() -> None:
    app = opened("abroad")
    assert {way.proto.query_string for way in app.get("page_link")} == {"lang=kk"}


def test_links_do_not_carry_what_was_wrong() -> None:
    app = opened("abroad", lang="xx", year="1812")
    assert [parse_qs(urlsplit(link).query) for link in links(app)] == [{"lang": [code]} for code in LANGUAGES]


def test_kazakh_stands_first_in_the_switch_and_the_current_language_is_marked() -> None:
    bar = next(body for body in html(opened("abroad", lang="ru")) if 'class="languages"' in body)
    assert re.findall(r"lang=\"(\w+)\" hreflang=\"\1\"( aria-current=\"true\")?>([^<]+)<", bar) == [
        ("kk", "", "Қазақша"),
        ("ru", ' aria-current="true"', "Русский"),
        ("en", "", "English"),
    ]


def test_the_year_of_the_address_is_the_year_of_the_figures() -> None:
    shown = text(opened("abroad", unfolded=True, lang="en", year="2022"))
    assert "19 August 2022" in shown
    assert "7 together in Jordan, Kenya, Thailand and Türkiye" in shown


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_claim_is_on_the_page_of_sources(code: str) -> None:
    found = set(re.findall(r'<tr id="([^"]+)"', " ".join(html(whole("sources", code)))))
    assert found == set(data.query("claims")["claim"])


def statements(app: AppTest) -> list[str]:
    return re.findall(r'<tr id="([^"]+)"', " ".join(html(app)))


def test_statements_can_be_searched_and_filtered() -> None:
    app = opened("sources", lang="ru")
    app.text_input(key="search").set_value("ТУРЦИЯ")
    sound(app.run())
    some = statements(app)
    assert 0 < len(some) < len(data.query("claims"))
    app.selectbox(key="measure").set_value("placements")
    sound(app.run())
    assert 0 < len(statements(app)) <= len(some)
    app.toggle(key="only").set_value(True)
    sound(app.run())
    assert set(statements(app)) <= set(some)


def test_a_search_stands_in_the_address_and_in_the_links_to_other_languages() -> None:
    query: dict[str, Any] = {"search": "Кения", "measure": "placements", "only": "disagreements"}
    cold = sound(opened("sources", lang="ru", **query))
    assert (cold.text_input(key="search").value, cold.selectbox(key="measure").value) == ("Кения", "placements")
    assert cold.toggle(key="only").value
    assert 0 < len(statements(cold)) < 20
    for link, code in zip(links(cold), LANGUAGES, strict=True):
        asked = {"lang": code} | query
        assert parse_qs(urlsplit(link).query) == {name: [value] for name, value in asked.items()}
    cold.text_input(key="search").set_value("")
    cold.selectbox(key="measure").set_value("all")
    cold.toggle(key="only").set_value(False)
    sound(cold.run())
    assert cold.query_params == {"lang": "ru"}
    assert len(statements(cold)) == len(data.query("claims"))


def test_a_search_for_nothing_known_says_so_and_runs_nothing() -> None:
    app = opened("sources", lang="en")
    for sought in ("<script>", "';--", "{value}", "(["):
        app.text_input(key="search").set_value(sought)
        sound(app.run())
        assert statements(app) == []
        assert [body for body in html(app) if "class='nothing'" in body] != []
        assert [body for body in html(app) if "<script>" in body] == []


def copies(app: AppTest, chart: str) -> dict[str, str]:
    """What the buttons of a card copy: the kind of it, and the text."""
    found = re.findall(rf'<(span|code)[^>]* id="(\w+?)_{chart}"[^>]*>(.*?)</\1>', " ".join(html(app)), re.DOTALL)
    return {what: unescape(said) for _, what, said in found}


@pytest.mark.parametrize("page", EVERY_PAGE)
def test_what_is_folded_is_not_sent(page: str) -> None:
    sent = " ".join(html(opened(page, lang="en", year="2024")))
    assert "data-copy" not in sent and "/figures/" not in sent


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_card_offers_its_link_citation_frame_and_sentence_in_the_language_of_the_reader(code: str) -> None:
    app = sound(opened("abroad", unfolded=True, lang=code, year="2024"))
    said, t = copies(app, "placements_by_country"), Language(code)
    shown = view(figures.placements_by_country, t, (("year", 2024),))
    link = f"{SITE}/figures/placements_by_country.html?lang={code}&year=2024"
    assert list(said) == ["link", "apa", "frame", "picture", "sentence", "gost", "bib", "ris", "csl"]
    assert (said["link"], said["sentence"]) == (link, captions.sentence(shown))
    assert all(link in said[form] and shown.title in said[form] for form in ("apa", "gost", "ris", "csl"))
    ((frame, title),) = re.findall(r'^<iframe src="([^"]+)" title="([^"]+)" .* loading="lazy"', said["frame"])
    assert (unescape(frame), title) == (f"{link}&embed=1", shown.title)
    ((page, picture, alt),) = re.findall(r'^<a href="([^"]+)"><img src="([^"]+)" alt="([^"]+)"', said["picture"])
    assert (unescape(page), unescape(alt)) == (link, shown.alt)
    assert unescape(picture).startswith(f"{SITE}/figures/placements_by_country.png?lang={code}&size=wide")
    buttons = re.findall(r'data-copy="(\w+)_placements_by_country"[^>]*>([^<]+)<', " ".join(html(app)))
    assert dict(buttons)["link"] == t("Link") and dict(buttons)["sentence"] == t("Copy the sentence")
    assert list(dict(buttons)) == list(said)


def test_for_all_years_no_year_stands_in_what_is_copied() -> None:
    said = copies(opened("abroad", unfolded=True, lang="ru"), "placements_map")
    assert said["link"] == f"{SITE}/figures/placements_map.html?lang=ru"
    assert [what for what, text in said.items() if "year=" in text] == []


def test_a_site_that_knows_its_address_hands_out_that_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(catalog.SITE, "address", "https://volunteers.example/")
    said = copies(opened("abroad", unfolded=True, lang="en"), "placements_map")
    assert said["link"] == "https://volunteers.example/figures/placements_map.html?lang=en"
    assert SITE not in " ".join(said.values())


def answers(app: AppTest) -> list[str]:
    found = (re.match(r"<p class='answer'>(.*?)</p>", body) for body in html(app))
    return [text_of(match[1]) for match in found if match]


def text_of(body: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("page", [code for code, page in EVERY_PAGE.items() if page.charts])
def test_a_page_with_charts_answers_its_question_before_them_and_says_once_what_holds_for_all(
    page: str, code: str
) -> None:
    app, note = whole(page, code), Language(code)(EVERY_PAGE[page].note)
    ((place, said),) = [(i, text_of(body)) for i, body in enumerate(html(app)) if body.startswith("<p class='answer'>")]
    assert place < next(i for i, body in enumerate(html(app)) if body.startswith("<h2>"))
    assert said and note and text(app).count(note) == 1
    assert re.search(r"data-trace='[^']*'|data-trace=\"[^\"]*\"", html(app)[place])


def test_the_answer_is_for_the_year_chosen() -> None:
    assert "2022" in answers(opened("abroad", lang="en", year="2022"))[0]
    assert answers(opened("abroad", lang="en", year="2025")) == ["Nothing was published for 2025."]


def opened_statements(app: AppTest) -> dict[str, str]:
    """Which statements are open, and what stands there."""
    found = (re.search(r"data-opened='([^']+)'", body) for body in html(app))
    return {match[1]: text_of(match.string) for match in found if match}


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_address_opens_a_statement_in_the_chart_that_it_names(code: str) -> None:
    app = sound(opened("abroad", lang=code, figure="placements_by_year", statement="KZ-FF-2020-2023-EN"))
    t, ((key, said),) = Language(code), opened_statements(app).items()
    assert key == "KZ-FF-2020-2023-EN" and ignored(app) == []
    for words in ("The statement chosen", "sources differ", "What does not agree with it", "Copy the sentence"):
        assert t(words) in said
    sides = re.findall(r"class='big'><span data-trace=\"([^\"]+)\">([^<]+)<", " ".join(html(app)))
    assert ("KZ-FF-2020-2023-EN", "8") in sides and ("KZ-FF-2020-2023-RU", "9") in sides
    assert t(catalog.MEASURES["placements"].definition) in said
    (sentence,) = re.findall(r'id="chosen_placements_by_year"[^>]*>([^<]+)<', " ".join(html(app)))
    assert t("sources differ") in sentence and t("Sources") in sentence
    for link in links(app):
        assert parse_qs(urlsplit(link).query)["statement"] == ["KZ-FF-2020-2023-EN"]


def test_without_a_chart_in_the_address_a_statement_opens_wherever_it_is_shown_and_closes_again() -> None:
    app = sound(opened("abroad", lang="en", statement="KZ-FF-2024"))
    assert len([body for body in html(app) if "data-opened='KZ-FF-2024'" in body]) > 1
    for button in [each for each in app.button if str(each.key).startswith("close_")]:
        button.click()
    sound(app.run())
    assert opened_statements(app) == {} and app.query_params == {"lang": "en"}


@pytest.mark.parametrize("page", [code for code, page in EVERY_PAGE.items() if page.charts])
def test_every_row_of_every_table_leads_to_its_statement(page: str) -> None:
    app = whole(page, "ru")
    ways = [unescape(way) for way in re.findall(r'<a href="([^"]+)" data-statement=', " ".join(html(app)))]
    asked = [parse_qs(urlsplit(way).query) for way in ways]
    named = {(each["figure"][0], each["statement"][0]) for each in asked}
    assert len(named) == len(ways) > 0
    assert {figure for figure, _ in named} == {*EVERY_PAGE[page].charts}
    assert {(urlsplit(way).path, each["lang"][0]) for way, each in zip(ways, asked, strict=True)} == {
        (EVERY_PAGE[page].path, "ru")
    }
    for figure, statement in sorted(named)[:: max(len(named) // 5, 1)]:
        there = sound(opened(page, lang="ru", figure=figure, statement=statement))
        assert [*opened_statements(there)] == [statement]


def test_the_mark_of_a_statement_that_is_open_is_chosen_on_its_chart_alone() -> None:
    app = opened("abroad", lang="en", figure="placements_by_country", statement="KZ-FF-2024.2")
    chosen = []
    for chart in app.get("plotly_chart"):
        traces = json.loads(chart.proto.spec)["data"]
        chosen += [trace["selectedpoints"] for trace in traces if trace.get("selectedpoints")]
        assert all(trace["unselected"]["marker"]["opacity"] == trace["marker"].get("opacity", 1) for trace in traces)
    assert chosen == [[0, 1]], "both ends of one range"


def press_links(app: AppTest, chart: str) -> list[str]:
    found = re.findall(rf"<a href='(/figures/{chart}\.[^']+)'", " ".join(html(app)))
    return [unescape(link) for link in found]


def test_press_files_have_the_size_and_the_colours_chosen() -> None:
    app = opened("abroad", unfolded=True, lang="kk", year="2024")
    chart = "placements_by_agency"
    for wanted in (("wide", "light"), ("a4", "grey")):
        app.selectbox(key=f"sizes_{chart}").set_value(wanted[0])
        app.selectbox(key=f"themes_{chart}").set_value(wanted[1])
        sound(app.run())
        *pictures, kit, light = press_links(app, chart)
        asked = [order(chart, form, urlsplit(link).query, "en") for form, link in zip(FORMS, pictures, strict=True)]
        assert {(each.lang, each.size, each.theme, each.choices) for each in asked} == {
            ("kk", *wanted, (("year", "2024"),))
        }
        assert [urlsplit(link).path for link in pictures] == [f"/figures/{chart}.{form}" for form in FORMS]
        assert (kit, light) == (
            f"/figures/{chart}.zip?lang=kk&year=2024",
            f"/figures/{chart}.html?lang=kk&year=2024",
        )
    assert "210 × 297" in text(app)


@pytest.mark.parametrize("code", LANGUAGES)
def test_sizes_and_colours_have_names_in_the_language_of_the_reader(code: str) -> None:
    app, t = whole("abroad", code), Language(code)
    for words in ("sizes", "themes"):
        names = [t(name) for name in WORDS[words].values()]
        assert app.selectbox(key=f"{words}_placements_map").options == names
        assert [name for name in names if bool(CYRILLIC.search(name)) == (code == "en")] == []
