"""The workbook that a ministry gets: what it says of itself is what the program reads."""

import openpyxl
import pytest

from dashboard.i18n import LANGUAGES
from dashboard.publish.problems import NO_ROWS
from dashboard.publish.register import headers, template
from tests.register.ministry import COLUMNS, GOOD, problems_of, read_it, rows_of, write


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "template.xlsx"
    template.write(path)
    return openpyxl.load_workbook(path)


def test_an_empty_template_has_no_rows(tmp_path):
    template.write(tmp_path / "template.xlsx")
    assert [problem.sentence for problem in problems_of(tmp_path / "template.xlsx")] == [NO_ROWS]


def test_a_filled_template_is_read_and_its_notes_are_not(book, tmp_path):
    sheet = book[template.DATA]
    columns = [cell.value for cell in sheet[1]]
    assert sorted(columns) == sorted(COLUMNS)
    for number, row in enumerate(GOOD, 2):
        for place, column in enumerate(columns, 1):
            sheet.cell(number, place, row[column] or None)
    book.save(tmp_path / "register.xlsx")
    typed = ("host", "start_date", "end_date", "region", "minutes")
    assert rows_of(read_it(tmp_path / "register.xlsx"), *typed) == rows_of(
        read_it(write(tmp_path / "register.csv")), *typed
    )


def test_every_column_has_a_note_in_three_languages(book):
    notes = [[cell.value for cell in row] for row in book[template.NOTES[0]].iter_rows(min_row=2)]
    assert all(all(row[1:]) for row in notes)
    assert [row[0] for row in notes if row[0]] == list(headers.columns_of_register())
    assert [cell.value for cell in book[template.NOTES[0]][1]][1:] == list(LANGUAGES.values())


def test_every_code_and_name_of_the_template_is_read_as_that_code(book, tmp_path):
    typed = {"host_country": "host", "home_region": "region"}
    for column in ("host_country", "agency", "programme", "category", "sex", "home_region"):
        codes = [row[1:] for row in book[template.NOTES[1]].iter_rows(min_row=2, values_only=True) if row[0] == column]
        meant = [(code, word) for code, *names in codes for word in (code, *names)]
        rows = [GOOD[2] | {"assignment_id": f"A{n}", column: word} for n, (_, word) in enumerate(meant)]
        rows = [row | {"volunteer_key": f"V{n}"} for n, row in enumerate(rows)]
        reading = read_it(write(tmp_path / f"{column}.csv", rows))
        assert reading.problems(10) == []
        read = reading.connection.table("assignments").select(typed.get(column, column)).fetchall()
        assert sorted(code for (code,) in read) == sorted(code for code, _ in meant)
