"""The catalog: complete, of one mind with queries, figures and pages, and without a number of its own."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard import catalog, data, figures
from dashboard.catalog import (
    CHARTS,
    CODE_LISTS,
    DEFAULTS,
    EVERY_CHART,
    EVERY_PAGE,
    MEASURES,
    PARAMETERS,
    PLACES,
    REGISTER_CHARTS,
    REGISTER_PAGES,
    STATUSES,
    WORDS,
    Chart,
    Measure,
    Page,
    word,
)
from dashboard.i18n import LANGUAGES, Language, formats
from dashboard.press.sizes import SIZES, THEMES

EN = Language("en")
PROJECT = Path(__file__).parents[1]
RAW = tomllib.loads(catalog.FILE.read_text(encoding="utf-8"))
ENTRIES = {"measures", "statuses", "glossary", "charts", "pages", "register_charts", "register_pages"}
LISTS = set(CODE_LISTS.values())
TEXTS = {"units", "columns", "formulas", "rules", "limits", "reads", "site", "parameters"}
# For those who read the files by program.
TEXTS |= {"column_notes", "key_notes", "confidentialities"}
# What a reader may choose on the page of the register, and whose that is.
TEXTS |= {"defaults", "scopes", "counts", "register"}
# For those who take a picture away.
TEXTS |= {"sizes", "themes"}
# Years, names and age groups that hold a number as a part of them, the days of a year, and the number of regions.
NAMED_NUMBERS = re.compile(
    r"\b(?:19|20)\d\d\b|COVID-19|aged under 29|aged 60 and over|divided by 365\.25|the 20 regions of today"
)


@pytest.mark.parametrize("kind", [Measure, Chart, Page, catalog.Status, catalog.Term])
def test_an_unknown_key_is_refused(kind: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    section = {Measure: "measures", Chart: "charts", Page: "pages", catalog.Status: "statuses"}.get(kind, "glossary")
    code, entry = next(iter(RAW[section].items()))
    assert catalog._entries(kind, section)[code]
    monkeypatch.setattr(catalog, "_RAW", {section: {code: entry | {"titel": "A slip of the pen"}}})
    with pytest.raises(TypeError, match="titel"):
        catalog._entries(kind, section)


@pytest.mark.parametrize(("kind", "section"), [(Measure, "measures"), (Chart, "charts"), (Page, "pages")])
def test_a_missing_key_is_refused(kind: Any, section: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, entry = next(iter(RAW[section].items()))
    monkeypatch.setattr(catalog, "_RAW", {section: {code: {key: entry[key] for key in entry if key != "title"}}})
    with pytest.raises(TypeError, match="title"):
        catalog._entries(kind, section)


def test_every_section_is_known() -> None:
    assert set(RAW) == ENTRIES | LISTS | TEXTS


def test_every_text_says_something() -> None:
    assert [text for text in catalog.texts() if not text.strip() or text != text.strip()] == []


@pytest.mark.parametrize("measure", MEASURES.values(), ids=list(MEASURES))
def test_the_unit_of_a_measure_is_known(measure: Measure) -> None:
    assert measure.unit in WORDS["units"]
    code = re.sub("_(abroad|home)$", "", measure.code)
    assert code.endswith("_pct") == (measure.unit == "percent")
    assert code.endswith("_volunteer_years") == (measure.unit == "volunteer_years")


def test_every_size_and_theme_of_a_picture_has_a_name_of_its_own() -> None:
    for words, codes in ((WORDS["sizes"], SIZES), (WORDS["themes"], THEMES)):
        assert list(words) == list(codes)
        assert len(set(words.values())) == len(words)


def test_every_unit_is_used() -> None:
    assert {measure.unit for measure in MEASURES.values()} == set(WORDS["units"])


def test_no_two_measures_have_one_title() -> None:
    assert len({measure.title for measure in MEASURES.values()}) == len(MEASURES)


@pytest.mark.parametrize("chart", EVERY_CHART.values(), ids=list(EVERY_CHART))
def test_a_chart_has_a_query_with_its_parameters_a_figure_and_a_page(chart: Chart) -> None:
    assert data.parameters(chart.code) - {"lang"} == set(chart.parameters) <= set(PARAMETERS)
    assert callable(getattr(figures, chart.code))
    assert any(chart.code in page.charts for page in EVERY_PAGE.values())


@pytest.mark.parametrize("page", EVERY_PAGE.values(), ids=list(EVERY_PAGE))
def test_a_page_shows_the_charts_that_the_catalog_gives_it(page: Page) -> None:
    shown = re.findall(r"card\(figures\.(\w+)", page.file.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(page.charts)
    assert set(page.charts) <= set(REGISTER_CHARTS if page.code in REGISTER_PAGES else CHARTS)


def test_every_page_has_a_file_and_an_address_of_its_own() -> None:
    pages = EVERY_PAGE.values()
    assert {page.file for page in pages} == set((PROJECT / "pages").glob("*.py"))
    assert len({page.path for page in pages}) == len(catalog.PAGES) + len(REGISTER_PAGES)
    assert [page.path for page in pages if page.path != page.path.lower() or page.path[0] != "/"] == []


def test_no_text_holds_a_number_but_years_and_names() -> None:
    texts = set(catalog.texts()) - {*WORDS["age_groups"].values()}
    assert [text for text in texts if re.search(r"\d", NAMED_NUMBERS.sub("", text))] == []
    with data.connect() as connection:
        assert connection.table("regions").count("region").fetchall() == [(20,)]


@pytest.mark.parametrize("chart", EVERY_CHART.values(), ids=list(EVERY_CHART))
def test_a_chart_has_a_short_name_and_a_caveat_of_one_line(chart: Chart) -> None:
    """Its title says what it finds; a name with a colon would give it two."""
    assert ":" not in chart.title and len(chart.title.split()) <= 9
    assert len(chart.caveat) <= 125
    assert not re.search(r"\b(?:bar|line|panel|scale)s?\b(?! show a direction)", chart.caveat.replace("has no bar", ""))


def test_no_text_of_a_chart_speaks_of_the_statements_of_today() -> None:
    """Of another country, or of a year that somebody published for: they hold for data that nobody has seen."""
    others = [EN.place(code) for code in formats.place_codes() if code not in ("KAZ", "_U")]
    texts = [text for chart in EVERY_CHART.values() for text in (chart.title, chart.caveat, *chart.findings)]
    texts += [page.note for page in EVERY_PAGE.values()]
    assert [
        text for text in texts if any(place in text for place in others) or re.search(r"\b(19|20)\d\d\b", text)
    ] == []


def test_a_page_of_charts_says_once_what_holds_for_all_of_them() -> None:
    notes = [page.note for page in EVERY_PAGE.values() if page.charts]
    assert all(notes) and len(set(notes)) == len(notes)
    assert [page.note for page in EVERY_PAGE.values() if not page.charts and page.note] == []
    (register,) = (page.note for page in REGISTER_PAGES.values())
    assert "not zero" in register and not any("not zero" in chart.caveat for chart in EVERY_CHART.values())


def test_a_measure_is_a_part_of_a_sentence() -> None:
    for measure in MEASURES.values():
        assert measure.counted.startswith("the ") and measure.counted[-1] not in ".;:"


def test_an_age_group_says_the_ages_of_its_code() -> None:
    for code, said in WORDS["age_groups"].items():
        assert re.findall(r"\d+", said) == re.findall(r"\d+", code)
        assert (said.startswith("under "), said.endswith(" and over")) == ("_LT" in code, "_GE" in code)


def test_a_default_is_the_first_code_of_its_parameter_and_all_codes_have_words() -> None:
    assert {name: PARAMETERS[name][0] for name in DEFAULTS} == DEFAULTS
    assert {name: tuple(WORDS[f"{name}s"]) for name in DEFAULTS} == {name: PARAMETERS[name] for name in DEFAULTS}


def test_every_count_in_every_scope_is_a_measure() -> None:
    made = {f"register_{count}_{scope}" for count in (*PARAMETERS["count"], "share_pct") for scope in WORDS["scopes"]}
    assert made == {code for code in MEASURES if code.startswith("register_")}


def test_whose_the_register_is_stands_in_the_catalog_as_in_the_data() -> None:
    said = data.register.TITLE, data.register.PUBLISHER, data.register.SYNTHETIC_TITLE, data.register.INVENTED
    assert [WORDS["register"][name] for name in ("title", "publisher", "synthetic_title", "invented")] == [*said]


@pytest.mark.parametrize(
    ("path", "kk", "ru", "en"),
    [
        ("/", "Жалпы шолу", "Обзор", "Overview"),
        ("/abroad", "Шетелдегі волонтерлер", "Волонтеры за рубежом", "Volunteers abroad"),
        ("abroad", "Шетелдегі волонтерлер", "Волонтеры за рубежом", "Volunteers abroad"),
        ("/methodology/", "Әдіснама", "Методология", "Methodology"),
        ("/register", "Тізілім", "Реестр", "Register"),
        ("/no/such/page", "Жалпы шолу", "Обзор", "Overview"),
        ("", "Жалпы шолу", "Обзор", "Overview"),
    ],
)
def test_the_title_of_a_page_is_in_the_language_of_the_reader(path: str, kk: str, ru: str, en: str) -> None:
    titles = [catalog.page_title(path, code).partition(" · ") for code in ("kk", "ru", "en")]
    assert [title for title, _, _ in titles] == [kk, ru, en]
    assert len({site for _, _, site in titles}) == len(LANGUAGES)


def test_no_two_pages_have_one_title() -> None:
    for code in LANGUAGES:
        assert len({catalog.page_title(page.path, code) for page in EVERY_PAGE.values()}) == len(EVERY_PAGE)


def codes(column: str) -> set[str]:
    """Every code that stands in a column of the published rows: of statements, of sources, or of charts."""
    lists = [table for table in (data.query("claims"), data.query("sources")) if column in table]
    tables = lists[:1] or [df for df in map(answer, EVERY_CHART) if column in df]
    return {
        each for df in tables for cell in df[column] for each in (cell if isinstance(cell, list) else [cell]) if each
    }


def answer(name: str) -> Any:
    """Of all years, in Kazakh, with the default of every choice."""
    return data.query(name, **{key: "kk" if key == "lang" else None for key in data.parameters(name)})


@pytest.mark.usefixtures("every_register")
@pytest.mark.parametrize("column", sorted(CODE_LISTS))
def test_every_published_code_has_a_word(column: str) -> None:
    assert codes(column) and codes(column) <= set(WORDS[CODE_LISTS[column]])


@pytest.mark.usefixtures("every_register")
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("column", sorted(PLACES))
def test_every_published_place_has_a_name_in_every_language(column: str, code: str) -> None:
    assert codes(column) and [place for place in codes(column) if word(Language(code), column, place) == place] == []


def test_every_published_measure_is_defined() -> None:
    assert codes("measure") <= set(MEASURES)


@pytest.mark.usefixtures("every_register")
def test_every_status_of_a_row_is_explained() -> None:
    assert {status for name in EVERY_CHART for status in answer(name)["status"]} <= set(STATUSES)


@pytest.mark.usefixtures("registered")
def test_every_formula_of_a_row_is_explained() -> None:
    answers = [answer(name) for name in EVERY_CHART]
    used = {formula for df in answers if "formula" in df for formula in df["formula"].dropna()}
    assert used == set(catalog.FORMULAS)


def test_an_entry_cannot_be_changed_by_one_reader_for_another() -> None:
    measure = MEASURES["placements"]
    with pytest.raises(AttributeError):
        measure.title = "Mine"  # type: ignore[misc]
    assert replace(measure, title="Mine") != MEASURES["placements"]
