"""The catalog: complete, of one mind with queries, figures and pages, and without a number of its own."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard import catalog, data, figures
from dashboard.catalog import CHARTS, CODE_LISTS, MEASURES, PAGES, PLACES, STATUSES, WORDS, Chart, Measure, Page, word
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.sizes import SIZES, THEMES

PROJECT = Path(__file__).parents[1]
RAW = tomllib.loads(catalog.FILE.read_text(encoding="utf-8"))
ENTRIES = {"measures", "statuses", "glossary", "charts", "pages"}
LISTS = set(CODE_LISTS.values())
TEXTS = {"units", "columns", "formulas", "rules", "limits", "reads", "site", "parameters"}
# For those who read the files by program.
TEXTS |= {"column_notes", "key_notes", "confidentialities"}
# For those who take a picture away.
TEXTS |= {"sizes", "themes"}
# Years, and the names and age groups that hold a number as a part of them.
NAMED_NUMBERS = re.compile(r"\b(?:19|20)\d\d\b|COVID-19|aged under 29|aged 60 and over")


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
    assert measure.code.endswith("_pct") == (measure.unit == "percent")


def test_every_size_and_theme_of_a_picture_has_a_name_of_its_own() -> None:
    for words, codes in ((WORDS["sizes"], SIZES), (WORDS["themes"], THEMES)):
        assert list(words) == list(codes)
        assert len(set(words.values())) == len(words)


def test_every_unit_is_used() -> None:
    assert {measure.unit for measure in MEASURES.values()} == set(WORDS["units"])


def test_no_two_measures_have_one_title() -> None:
    assert len({measure.title for measure in MEASURES.values()}) == len(MEASURES)


@pytest.mark.parametrize("chart", CHARTS.values(), ids=list(CHARTS))
def test_a_chart_has_a_query_with_its_parameters_a_figure_and_a_page(chart: Chart) -> None:
    assert data.parameters(chart.code) - {"lang"} == set(chart.parameters)
    assert callable(getattr(figures, chart.code))
    assert any(chart.code in page.charts for page in PAGES.values())


@pytest.mark.parametrize("page", PAGES.values(), ids=list(PAGES))
def test_a_page_shows_the_charts_that_the_catalog_gives_it(page: Page) -> None:
    shown = re.findall(r"card\(figures\.(\w+)", page.file.read_text(encoding="utf-8"))
    assert sorted(shown) == sorted(page.charts)
    assert set(page.charts) <= set(CHARTS)


def test_every_page_has_a_file_and_an_address_of_its_own() -> None:
    assert {page.file for page in PAGES.values()} == set((PROJECT / "pages").glob("*.py"))
    assert len({page.path for page in PAGES.values()}) == len(PAGES)
    assert [page.path for page in PAGES.values() if page.path != page.path.lower() or page.path[0] != "/"] == []


def test_no_text_holds_a_number_but_years_and_names() -> None:
    assert [text for text in catalog.texts() if re.search(r"\d", NAMED_NUMBERS.sub("", text))] == []


@pytest.mark.parametrize(
    ("path", "kk", "ru", "en"),
    [
        ("/", "Жалпы шолу", "Обзор", "Overview"),
        ("/abroad", "Шетелдегі волонтерлер", "Волонтеры за рубежом", "Volunteers abroad"),
        ("abroad", "Шетелдегі волонтерлер", "Волонтеры за рубежом", "Volunteers abroad"),
        ("/methodology/", "Әдіснама", "Методология", "Methodology"),
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
        assert len({catalog.page_title(page.path, code) for page in PAGES.values()}) == len(PAGES)


def codes(column: str) -> set[str]:
    """Every code that stands in a column of the published rows."""
    table = data.query("claims") if column in data.query("claims") else data.query("sources")
    return {each for cell in table[column] for each in (cell if isinstance(cell, list) else [cell]) if each}


@pytest.mark.parametrize("column", sorted({*CODE_LISTS} - {"agency"}))
def test_every_published_code_has_a_word(column: str) -> None:
    assert codes(column) <= set(WORDS[CODE_LISTS[column]])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("column", sorted({*PLACES} - {"host"}))
def test_every_published_place_has_a_name_in_every_language(column: str, code: str) -> None:
    assert [place for place in codes(column) if word(Language(code), column, place) == place] == []


def test_every_published_measure_is_defined() -> None:
    assert codes("measure") <= set(MEASURES)


def test_every_status_of_a_row_is_explained() -> None:
    for name in CHARTS:
        values = dict.fromkeys(data.parameters(name)) | ({"lang": "kk"} if "lang" in data.parameters(name) else {})
        assert set(data.query(name, **values)["status"]) <= set(STATUSES)


def test_every_formula_of_a_row_is_explained() -> None:
    used = {formula for name in CHARTS for formula in formulas(name)}
    assert used == set(catalog.FORMULAS)


def formulas(name: str) -> set[str]:
    values = dict.fromkeys(data.parameters(name)) | ({"lang": "kk"} if "lang" in data.parameters(name) else {})
    df = data.query(name, **values)
    return set(df["formula"].dropna()) if "formula" in df else set()


def test_an_entry_cannot_be_changed_by_one_reader_for_another() -> None:
    measure = MEASURES["placements"]
    with pytest.raises(AttributeError):
        measure.title = "Mine"  # type: ignore[misc]
    assert replace(measure, title="Mine") != MEASURES["placements"]
