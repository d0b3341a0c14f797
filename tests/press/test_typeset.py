"""Tables in files: every word of every row that fits; a few rows as key figures; numbers near what they are of."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from dashboard import figures
from dashboard.figures.style import BLUE
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.charts import VIEWPORT
from dashboard.press.typeset import FEW, typeset
from dashboard.view import view
from tests.figures.cases import FORMS

TABLES = [name for name in FORMS["table"] if not name.startswith("register")]
FIGURES = ["qazvolunteer_platform", "volunteering_worldwide", "placements_background"]
WIDE, COLUMN = (736, 300), (261, 500)


def tables(name: str) -> dict[str, Any]:
    return {code: view(getattr(figures, name), Language(code), ()).drawn for code in LANGUAGES}


def layout(name: str, code: str, size: tuple[float, float]) -> dict[str, Any]:
    room = replace(VIEWPORT, width=size[0], height=size[1])
    made: dict[str, Any] = typeset(tables(name), Language(code), room)["layout"]
    return made


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<br>|</?[bi]>", " ", text)).strip()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_a_row_that_is_shown_has_all_its_words(name: str, code: str) -> None:
    for size in (WIDE, COLUMN):
        made = layout(name, code, size)
        shown = tables(name)[code].rows[: made["meta"]["shown"]]
        assert shown
        for row in shown:
            notes = [words(each["text"]) for each in made["annotations"] if each["name"] == row.ids]
            said = " ".join(notes).replace(" ", "")
            for wanted in (row.about, row.number, row.period, row.remark):
                assert words(wanted).replace(" ", "").lower() in said.lower(), (size, wanted, notes)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_torn_unless_the_table_says_that_it_is_tight(name: str, code: str) -> None:
    made, drawn = layout(name, code, WIDE), tables(name)[code]
    texts = [section.heading for section in drawn.sections]
    texts += [
        text
        for section in drawn.sections
        for row in section.rows
        for text in (row.about, row.number, row.period, section.remark(row))
    ]
    whole = {"·", *words(" ".join(texts)).lower().split(" ")}
    lines = [each["text"].replace("<br>", " ") for each in made["annotations"] if each["name"]]
    torn = {word for line in lines for word in words(line).lower().split(" ")} - whole
    assert made["meta"]["tight"] or torn == set()


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", FIGURES)
def test_the_number_of_a_key_figure_is_the_largest_thing_of_it(name: str, code: str) -> None:
    made, rows = layout(name, code, (920, 380)), tables(name)[code].rows
    large = [each for each in made["annotations"] if each["font"].get("color") == BLUE]
    assert [words(each["text"]) for each in large] == [words(row.number) for row in rows] and len(rows) <= FEW
    others = [each["font"]["size"] for each in made["annotations"] if each not in large]
    assert min(each["font"]["size"] for each in large) > 1.5 * max(others)
    assert max(each["y"] for each in made["annotations"]) < made["height"]


def test_a_number_stands_near_what_it_is_of() -> None:
    made = layout("organisations_by_region", "en", (1200, 800))
    right = [each["x"] * made["width"] for each in made["annotations"] if each["xanchor"] == "right"]
    named = [section.named(row) for section in tables("organisations_by_region")["en"].sections for row in section.rows]
    longest = max(VIEWPORT.measure(f"{heading} · {about}", 13, True) for heading, about in named)
    assert max(right) < longest + 150
