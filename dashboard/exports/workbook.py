"""A document in, the bytes of an XLSX file out: a sheet of typed cells and a sheet of notes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.catalog import COLUMNS
from dashboard.exports.document import Cell, Document, cell, columns_of, notes


def as_xlsx(document: Document) -> bytes:
    """A sheet of typed cells and a sheet of notes."""
    t = document.t
    book = Workbook(write_only=True)
    columns = columns_of(document.df)
    sheet = book.create_sheet(t("Data"))
    sheet.freeze_panes = "A2"
    sheet.append([_written(sheet, t(COLUMNS[name]), bold=True) for name in columns])
    for row in document.rows.itertuples(index=False):
        sheet.append([_written(sheet, cell(value)) for value in row])
    explained = book.create_sheet(t("Notes"))
    explained.column_dimensions["A"].width, explained.column_dimensions["B"].width = 30, 100
    for what, note in notes(document):
        explained.append([_written(explained, what, bold=True), _written(explained, note)])
    content = BytesIO()
    book.save(content)
    return _timeless(content)


def _timeless(content: BytesIO) -> bytes:
    """The workbook without the time at which it was made: the same rows give the same bytes."""
    same = BytesIO()
    with zipfile.ZipFile(content) as made, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            text = re.sub(rb"<dcterms:(created|modified).*?</dcterms:\1>", b"", made.read(name))
            kept.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return same.getvalue()


def _written(sheet: Worksheet, value: Cell, bold: bool = False) -> WriteOnlyCell:
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        # openpyxl turns a text that starts with = into a formula.
        made.data_type = "s"
        made.alignment = Alignment(wrap_text=True, vertical="top")
    made.font = Font(bold=bold)
    return made
