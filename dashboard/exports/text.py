"""A document in, the bytes of a CSV or JSON file out."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from io import StringIO
from typing import Any

from dashboard import data
from dashboard.catalog import COLUMNS
from dashboard.exports.document import Cell, Document, cell, columns_of, notes, whole

# A spreadsheet takes a text that starts so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def _safe(value: Cell) -> Cell:
    """A text that a spreadsheet would run as a formula gets an apostrophe, which the spreadsheet does not show.

    Spreadsheets split a line at commas or semicolons, so what stands behind one may be no formula either.
    """
    if not isinstance(value, str):
        return value
    guarded = re.sub(r"([,;\n][\s\"]*)(?=[=+\-@])", r"\1'", value)
    return f"'{guarded}" if value.lstrip(" ").startswith(FORMULA) else guarded


def as_csv(document: Document) -> bytes:
    """Lines of notes that start with #, then the header and the rows; UTF-8 with a mark, so that Excel reads it."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for what, note in notes(document):
        text.write(f"# {_safe(' '.join(f'{what}: {note}'.split()))}\r\n")
    writer.writerow(columns_of(document.df))
    for row in document.rows.itertuples(index=False):
        writer.writerow([_safe(cell(value)) for value in row])
    return text.getvalue().encode("utf-8-sig")


def as_json(document: Document) -> bytes:
    release = data.release(document.release)
    columns = columns_of(document.df)
    content = {
        "name": document.name,
        "language": document.t.code,
        "release": release["release"],
        "as_of": release["as_of"],
        "address": document.address,
        "notes": [{"what": what, "text": text} for what, text in notes(document)],
        "columns": {name: document.t(COLUMNS[name]) for name in columns},
        "rows": [dict(zip(columns, map(whole, row), strict=True)) for row in document.rows.itertuples(index=False)],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
