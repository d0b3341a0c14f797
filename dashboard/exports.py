"""Rows and what a reader must know of them in, bytes of a CSV, XLSX or JSON file with all of that inside out."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from dashboard import data
from dashboard.catalog import COLUMNS, MEASURES, STATUSES, WORDS
from dashboard.i18n import Language

FORMS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
# These only order rows.
INTERNAL = ("place", "tie")
TEXTS = ("note", "publisher")
# A spreadsheet takes a text that starts so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")

Cell = str | int | float | date | None


@dataclass(frozen=True)
class Document:
    """One file: the rows of a query, and what a reader must know to use them."""

    t: Language
    name: str
    title: str
    caveat: str
    address: str
    df: pd.DataFrame

    @property
    def rows(self) -> pd.DataFrame:
        """Codes as they are; notes and names of publishers in the reader's language."""
        shown = self.df[_columns(self.df)]
        return shown.assign(
            **{name: shown[name].map(lambda text: text and self.t(text)) for name in TEXTS if name in shown}
        )


def write(document: Document, form: str) -> bytes:
    """The bytes of the file in one of FORMS: the same rows give the same bytes."""
    return {"csv": _csv, "xlsx": _xlsx, "json": _json}[form](document)


def notes(document: Document) -> list[tuple[str, str]]:
    """What stands inside every file besides the rows: (what, text)."""
    t, release = document.t, data.release()
    lines = [
        (t("Title"), document.title),
        (t("Note"), document.caveat),
        (t("Data as of"), t.iso_date(release["as_of"])),
        (t("Data release"), release["release"]),
        (t("Address"), document.address),
        (t("Licence"), licence(t)),
    ]
    if "measure" in document.df:
        codes = dict.fromkeys(code for code in document.df["measure"] if code)
        lines += [(t(MEASURES[code].title), f"{t(MEASURES[code].definition)} {_unit(t, code)}") for code in codes]
    if "status" in document.df:
        codes = dict.fromkeys(document.df["status"])
        lines += [
            (f"{t('Status')} {code}", f"{t(STATUSES[code].title)}. {t(STATUSES[code].definition)}") for code in codes
        ]
    return lines + [(t("Source"), source) for source in _sources(document)]


def _unit(t: Language, measure: str) -> str:
    return f"{t('Unit')}: {t(WORDS['units'][MEASURES[measure].unit])}."


def licence(t: Language) -> str:
    return t(
        "The collection may be reused freely with a reference to this page and to the source of each number "
        "(CC BY 4.0). The numbers belong to their publishers."
    )


def _sources(document: Document) -> list[str]:
    if "sources" not in document.df:
        return []
    wanted = dict.fromkeys(source for row in document.df["sources"] for source in row)
    known = data.query("sources").set_index("source").to_dict("index")
    return [f"[{source}] " + ". ".join(_citation(document.t, known[source])) for source in wanted if source in known]


def _citation(t: Language, row: dict[Any, Any]) -> list[str]:
    title = t(row["title"]) if row["title_kind"] == "description" else row["title"]
    return [str(part) for part in (title, t(row["publisher"]), row["published_on"], row["address"]) if part]


def _columns(df: pd.DataFrame) -> list[str]:
    return [str(name) for name in df.columns if name not in INTERNAL]


def _cell(value: Any) -> Cell:
    """Lists as codes with semicolons."""
    if isinstance(value, list):
        return ";".join(str(_cell(each)) for each in value)
    return str(value).lower() if isinstance(value, bool) else _whole(value)


def _whole(value: Any) -> Any:
    """Whole numbers as whole numbers, in lists too."""
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _safe(value: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula gets an apostrophe, which the spreadsheet does not show.

    Spreadsheets split a line at commas or semicolons, so what stands behind one may be no formula either.
    """
    if not isinstance(value, str):
        return value
    guarded = re.sub(r"([,;\n][\s\"]*)(?=[=+\-@])", r"\1'", value)
    return f"'{guarded}" if value.lstrip(" ").startswith(FORMULA) else guarded


def _csv(document: Document) -> bytes:
    """Lines of notes that start with #, then the header and the rows; UTF-8 with a mark, so that Excel reads it."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for what, note in notes(document):
        text.write(f"# {_safe(' '.join(f'{what}: {note}'.split()))}\r\n")
    writer.writerow(_columns(document.df))
    for row in document.rows.itertuples(index=False):
        writer.writerow([_safe(_cell(value)) for value in row])
    return text.getvalue().encode("utf-8-sig")


def _json(document: Document) -> bytes:
    release = data.release()
    columns = _columns(document.df)
    content = {
        "name": document.name,
        "language": document.t.code,
        "release": release["release"],
        "as_of": release["as_of"],
        "address": document.address,
        "notes": [{"what": what, "text": text} for what, text in notes(document)],
        "columns": {name: document.t(COLUMNS[name]) for name in columns},
        "rows": [dict(zip(columns, map(_whole, row), strict=True)) for row in document.rows.itertuples(index=False)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def _xlsx(document: Document) -> bytes:
    """A sheet of typed cells and a sheet of notes."""
    t = document.t
    book = Workbook(write_only=True)
    columns = _columns(document.df)
    sheet = book.create_sheet(t("Data"))
    sheet.freeze_panes = "A2"
    sheet.append([_written(sheet, t(COLUMNS[name]), bold=True) for name in columns])
    for row in document.rows.itertuples(index=False):
        sheet.append([_written(sheet, _cell(value)) for value in row])
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
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        # openpyxl turns a text that starts with = into a formula.
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.font = Font(bold=bold)
    return cell
