"""What a card shows of a figure: its subtitle, its sources in short, and which row each of its marks belongs to."""

import dataclasses
import re

import pytest

from dashboard import data, figures
from dashboard.catalog import CHARTS, EVERY_CHART, REGISTER_CHARTS, WORDS
from dashboard.figures import marks, phrases, style
from dashboard.figures.answering import CHOSEN, with_chosen
from dashboard.i18n import LANGUAGES, Language
from dashboard.markup import around, in_short, tables
from dashboard.view import View, view
from tests.e2e.words import CODES, LATIN, NAMES

EN = Language("en")

pytestmark = pytest.mark.usefixtures("registered")


def shown(name: str, t: Language = EN) -> View:
    return view(getattr(figures, name), t, ())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", EVERY_CHART)
def test_every_mark_belongs_to_the_row_that_it_speaks_of_and_every_row_has_one(name: str, lang: str) -> None:
    view = shown(name, Language(lang))
    if view.drawn_marks is None:
        return
    met: set[int] = set()
    for trace, rows in zip(view.drawn.data, view.belonging, strict=True):
        assert not met & {*rows}, "no row has marks in two traces"
        met |= {*rows}
        for place, number in enumerate(rows):
            row = view.rows[number]
            assert (trace.customdata[place], trace.hovertext[place]) == (style.ids(row), marks.detail(view.t, row))
            if trace.type == "bar" and not hasattr(row, "host") and row.value is not None and trace.base is None:
                drawn = (trace.x if trace.orientation == "h" else trace.y)[place]
                assert drawn in (row.value, 0) and (drawn or not row.value or not getattr(row, "comparable", True))
    for row in (row for number, row in enumerate(view.rows) if number not in met):
        below = [note.text for note in view.drawn.layout.annotations if {*row.claims} <= {*(note.name or "").split()}]
        assert any(phrases.number(view.t, row) in text for text in below), "what has no mark is written below"


@pytest.mark.parametrize("lang", ["kk", "ru"])
@pytest.mark.parametrize("name", EVERY_CHART)
def test_what_a_mark_says_is_in_the_language_of_the_reader(name: str, lang: str) -> None:
    view = shown(name, Language(lang))
    said = [text for trace in view.drawn_marks.data for text in trace.hovertext or ()] if view.drawn_marks else []
    plain = (re.sub(r"<br>|</?b>", " ", text) for text in said)
    assert [text for text in plain if LATIN.search(NAMES.sub("", CODES.sub("", text)))] == []


@pytest.mark.parametrize("name", EVERY_CHART)
def test_a_mark_that_is_chosen_changes_no_other(name: str) -> None:
    view = shown(name)
    if view.drawn_marks is None:
        return
    for trace in view.live.data:
        assert trace.unselected.marker.opacity == (1 if trace.marker.opacity is None else trace.marker.opacity)
        assert trace.selected.marker.opacity == CHOSEN
    ringed = with_chosen(view.live, view.belonging, 0)
    chosen = [(trace.customdata[place]) for trace in ringed.data for place in trace.selectedpoints]
    assert {*chosen} <= {style.ids(view.rows[0])}
    assert all(trace.selectedpoints is None for trace in view.live.data), "the figure of all readers stays as it was"


@pytest.mark.parametrize("name", EVERY_CHART)
def test_an_address_names_every_row_with_a_statement_and_no_two_alike(name: str) -> None:
    named = [key for key in tables.keys(shown(name).rows) if key]
    assert len(named) == len({*named}) > 0


@pytest.mark.parametrize(
    ("name", "said", "unsaid"),
    [
        (
            "placements_by_year",
            ["each dot is one person", "hollow: counted by some sources only"],
            ["people ·", "gold"],
        ),
        ("un_volunteers_growth_by_region", ["per cent"], ["pale", "gold", "hatched"]),
        ("placements_selection", ["hatched: calculated by us"], ["people"]),
        ("placements_map", ["people"], ["pale", "hollow"]),
        ("un_volunteers_makeup", [], ["people", "pale"]),
    ],
)
def test_a_subtitle_has_the_unit_of_all_rows_and_the_key_of_the_marks_that_are_there(
    name: str, said: list[str], unsaid: list[str]
) -> None:
    subject = shown(name).subject
    assert subject.startswith(EVERY_CHART[name].subject)
    assert [words for words in said if words not in subject] == [words for words in unsaid if words in subject] == []


@pytest.mark.parametrize("name", CHARTS)
def test_the_source_is_named_in_short(name: str) -> None:
    view = shown(name)
    said, many = around.source(view), len({source for row in view.rows for source in row.sources})
    assert ("Sources: " in said) == (many > 1)
    assert many == 1 or str(many) in said


def test_the_source_of_a_title_is_who_said_its_number_and_when() -> None:
    view = shown("placements_by_year")
    assert in_short(EN, view.rows) == "Sources: the Minister, 13 May 2025 · 4 sources in all"
    assert in_short(EN, [row for row in view.rows if not len(row.sources)]) == ""


@pytest.mark.parametrize("name", REGISTER_CHARTS)
def test_that_people_are_invented_is_said_before_all_else(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    release = data.release
    monkeypatch.setattr(data, "release", lambda name=None: release(name) | {"synthetic": True})
    invented = dataclasses.replace(shown(name))
    for words in (invented.heading, invented.name, invented.title, invented.alt):
        assert words.startswith(f"{WORDS['register']['synthetic']}. ")
