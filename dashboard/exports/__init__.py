"""Rows and what a reader must know of them in, bytes of a CSV, XLSX or JSON file with all of that inside out."""

from dashboard.exports.citations import FORMS as CITATION_FORMS
from dashboard.exports.citations import Cited, citations
from dashboard.exports.document import INTERNAL, Document, licence, notes
from dashboard.exports.text import FORMULA, as_csv, as_json
from dashboard.exports.workbook import as_xlsx

__all__ = [
    "CITATION_FORMS",
    "FORMS",
    "FORMULA",
    "INTERNAL",
    "Cited",
    "Document",
    "citations",
    "licence",
    "notes",
    "write",
]

FORMS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


def write(document: Document, form: str) -> bytes:
    """The bytes of the file in one of FORMS: the same rows give the same bytes."""
    return {"csv": as_csv, "xlsx": as_xlsx, "json": as_json}[form](document)
