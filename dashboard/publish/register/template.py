"""Nothing in, the workbook that a ministry fills in out: an empty sheet, and notes and codes in three languages."""

from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from dashboard.i18n import LANGUAGES
from dashboard.publish.register import headers, vocabulary

DATA = "Register"
# Sheets of these names are no part of a register.
NOTES = ("Түсіндірме – Пояснения – Notes", "Кодтар – Коды – Codes")
# Ids stay as they are typed, with their zeros; a spreadsheet shows and keeps days as days.
FORMATS = {"start_date": "yyyy-mm-dd", "end_date": "yyyy-mm-dd", "birth_year": "0", "hours": "General"}


def write(path: Path) -> None:
    """Headers are codes, which the three languages share; a file may have words of its own in their place."""
    book = openpyxl.Workbook()
    columns = [column for column in headers.columns_of_register() if column != "age_group"]
    _fill(book.active, [columns], [18] * len(columns))
    book.active.title = DATA
    for place, column in enumerate(columns, 1):
        book.active.column_dimensions[get_column_letter(place)].number_format = FORMATS.get(column, "@")
    _fill(book.create_sheet(NOTES[0]), _notes(), [18, 60, 60, 60])
    _fill(book.create_sheet(NOTES[1]), _codes(), [18, 14, 44, 44, 44])
    book.save(path)


def _fill(sheet: Any, rows: list[list[str]], widths: list[int]) -> None:
    """The header in bold and in sight while the rest moves."""
    for row in rows:
        sheet.append(row)
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"


def _notes() -> list[list[str]]:
    """What each column holds, and by what words of a language it may be called."""
    named = headers.columns_of_register()
    notes = [["", *LANGUAGES.values()]]
    for row in headers.rows("notes.csv"):
        column = row["column"]
        called = {lang: f"{named[column][lang]}: {row[lang]}" if column else row[lang] for lang in LANGUAGES}
        notes.append([column, *called.values()])
    return notes


def _codes() -> list[list[str]]:
    return [["", "", *LANGUAGES.values()], *([column, code, *names] for column, code, names in vocabulary.titles())]
