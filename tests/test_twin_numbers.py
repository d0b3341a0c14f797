"""One number, one figure: table, text alternative and file of a light page say what the rows say, in every language."""

import csv
from collections import Counter
from dataclasses import replace
from io import StringIO
from itertools import product
from typing import Any

import pytest

from dashboard import offered, press
from dashboard.catalog import CHARTS, COLUMNS, EVERY_CHART, REGISTER_CHARTS
from dashboard.figures.records import records
from dashboard.i18n import LANGUAGES, Language
from dashboard.server import figure_page, sections
from dashboard.server.pictures import written
from dashboard.view import View
from tests.light import numbers, parsed, rows, said

SITE = "https://volunteers.example"
PARTS = 7

pytestmark = pytest.mark.usefixtures("registered")


def orders(name: str) -> list[press.Order]:
    """Every page of a figure: each language, and each choice of each of its parameters."""
    parameters = EVERY_CHART[name].parameters
    codes = [[None, *offered.codes(name, parameter)[1:]] for parameter in parameters]
    chosen = [
        tuple((key, code) for key, code in zip(parameters, each, strict=True) if code) for each in product(*codes)
    ]
    return [press.Order(name, "svg", lang, choices=choices, site=SITE) for lang in LANGUAGES for choices in chosen]


def seen(wanted: list[press.Order]) -> set[str]:
    """Languages and codes that are asked for."""
    return {code for each in wanted for code in (each.lang, *dict(each.choices).values())}


def in_rows(row: Any) -> list[float]:
    """The numbers that a row shows: its value, else its bounds."""
    shown = [row.value] if row.value is not None else [getattr(row, "low", None), getattr(row, "high", None)]
    return [float(number) for number in shown if number is not None]


def disagreements(wanted: press.Order, page: str) -> list[str]:
    """Where the table of the page, the text alternative or the file does not say what the rows say."""
    shown = press.shown(wanted)
    expected = [in_rows(row) for row in records(shown.df)]
    found = []
    if in_table(shown, page) != expected:
        found.append(f"{wanted.page}: table")
    if in_file(wanted) != expected:
        found.append(f"{wanted.page}: file")
    spoken = Counter(
        number
        for row, each in zip(records(shown.df), expected, strict=True)
        if getattr(row, "mark", "statement") == "statement"
        for number in each
    )
    if spoken - Counter(numbers(shown.alt, wanted.lang)):
        found.append(f"{wanted.page}: text alternative")
    return found


def in_table(shown: View, page: str) -> list[list[float]]:
    if shown.df.empty:
        assert not parsed(page).xpath("//table[not(@class)]")
        return []
    head, cells = rows(parsed(page))
    place = head.index(shown.t(COLUMNS["value"]))
    return [numbers(row[place], shown.t.code) for row in cells]


def in_file(wanted: press.Order) -> list[list[float]]:
    text = written(replace(wanted, form="csv")).decode("utf-8-sig")
    lines = csv.DictReader(StringIO("".join(line for line in text.splitlines(True) if not line.startswith("#"))))
    return [
        [float(line[name]) for name in (["value"] if line["value"] else ["low", "high"]) if line.get(name)]
        for line in lines
    ]


def page_of(wanted: press.Order) -> str:
    """The page but for its picture; what is a table is there."""
    shown = press.shown(wanted)
    return figure_page.whole(shown, wanted, sections.figure(shown) if shown.is_table else "")


@pytest.mark.parametrize("name", CHARTS)
def test_the_numbers_of_a_figure_agree_wherever_they_stand(name: str) -> None:
    found = [each for wanted in orders(name) for each in disagreements(wanted, page_of(wanted))]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("part", [0, *(pytest.param(part, marks=pytest.mark.matrix) for part in range(1, PARTS))])
@pytest.mark.parametrize("name", REGISTER_CHARTS)
def test_the_numbers_of_the_register_agree_wherever_they_stand(name: str, part: int) -> None:
    """Every seventh choice, so that each language, year, scope and count comes up; all of them with the matrix."""
    found = [each for wanted in orders(name)[part::PARTS] for each in disagreements(wanted, page_of(wanted))]
    assert not found, "\n".join(found)


def test_every_figure_is_asked_in_every_language_and_choice() -> None:
    # 30 figures without a year, and 3 with none or one of eight.
    assert sum(len(orders(name)) for name in CHARTS) == (32 + 3 * 9) * 3
    # One without a choice, one by 3 counts, one by 2 scopes too, 2 by 5 years or none and counts, 7 by all of these.
    assert sum(len(orders(name)) for name in REGISTER_CHARTS) == (1 + 3 + 6 + 2 * 6 * 3 + 7 * 6 * 2 * 3) * 3
    every, asked = (seen(orders("register_by_sex")[::step]) for step in (1, PARTS))
    assert asked == every and len(every) == 3 + 5 + 1 + 2


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("kk", "12\N{NO-BREAK SPACE}840-нан астам; 34,5%; −46%", [12840, 34.5, -46]),
        ("ru", "от 1 до 5 в 2024, 300\N{NO-BREAK SPACE}000", [1, 5, 2024, 300000]),
        ("en", "over 12,840 and 34.5%, 1 to 5.", [12840, 34.5, 1, 5]),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(lang: str, text: str, expected: list[float]) -> None:
    assert numbers(text, lang) == expected


def test_a_number_changed_on_the_page_is_found() -> None:
    wanted = press.Order("placements_by_year", "svg", "en", site=SITE)
    page = page_of(wanted)
    assert not disagreements(wanted, page)
    changed = page.replace(">7</span></td>", ">8</span></td>")
    assert changed != page
    assert disagreements(wanted, changed) == [f"{wanted.page}: table"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_disagreement_stands_on_the_page_with_both_numbers_and_their_sources(lang: str) -> None:
    page = parsed(page_of(press.Order("placements_by_year", "svg", lang, site=SITE)))
    t = Language(lang)
    (part,) = [each for each in page.xpath("//section") if said(each.find("h2")) == t("Where sources disagree")]
    nine, eight = part.xpath(".//li")
    assert said(nine).startswith("9: ") and "(Ult.kz)" in said(nine)
    assert said(eight).startswith("8: ") and said(eight).endswith(f"({t('Qazinform')})")
    assert t("sources differ") in said(nine) and t("sources differ") in said(eight)


def test_a_figure_on_which_sources_agree_says_nothing_of_disagreement() -> None:
    page = page_of(press.Order("volunteering_surveys", "svg", "en", site=SITE))
    assert "Where sources disagree" not in page
