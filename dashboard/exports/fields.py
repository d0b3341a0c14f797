"""A table of the release in; its Table Schema out: columns, types, codes, keys, and what an empty cell means."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pyarrow.parquet as pq

from dashboard import data
from dashboard.catalog import CODE_LISTS, COLUMNS, MEASURES, STATUSES, WORDS
from dashboard.exports.document import unit
from dashboard.i18n import Language

Descriptor = dict[str, Any]

PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
LIST = "list<element: string>"
# The standard has a type for lists, but its own profile of version 2.0 does not know it and refuses the field.
TYPES = {"string": "string", "double": "number", "bool": "boolean", "date32[day]": "date", LIST: "string"}
# The columns that SDMX has names of its own for.
SDMX = {"status": "OBS_STATUS", "confidentiality": "CONF_STATUS"}
KEYS = {"claims": "claim", "sources": "source", "countries": "country", "regions": "region"}
# Column of the statements -> the table whose key it holds.
REFERENCES = {"source": "sources", "origin": "countries", "region": "regions", "corroborates": "claims"}
REQUIRED = {
    *("measure", "value", "qualifier", "kind", "source", "status", "confidentiality"),
    *("title", "title_kind", "publisher", "official", "address", "language", "read"),
    *("name_kk", "name_ru", "name_en"),
}
# An empty cell of another column says that there is nothing to state.
NOT_PUBLISHED = {"hosts", "agencies", "said_by", "said_in", "published_on"}
OPEN = {"period_from", "period_to", "from_precision", "to_precision"}
# Codes that stand on no page and need no words.
CODES = {
    "from_precision": ["year", "month", "day"],
    "to_precision": ["year", "month", "day"],
    "title_kind": ["original", "read_off_address", "description"],
}
PATTERNS = {
    "address": r"https?://\S+",
    "agencies": "[A-Z]+(;[A-Z]+)*",
    "alpha_2": "[A-Z]{2}",
    "hosts": "[A-Z]{3}(;[A-Z]{3})*",
    "published_on": r"\d{4}(-\d{2}(-\d{2})?)?",
}


def columns(table: str) -> dict[str, str]:
    """Columns of a CSV with their types in Parquet: those of the released table; statements have statuses too."""
    released = pq.read_schema(BytesIO(data.parquet(table)))
    types = {name: str(kind) for name, kind in zip(released.names, released.types, strict=True)}
    return types | (dict.fromkeys(SDMX, "string") if table == "claims" else {})


def schema(t: Language, table: str) -> Descriptor:
    """What a program must know to read the CSV of a table."""
    made: Descriptor = {
        "$schema": PROFILE,
        "fields": [field(t, table, column, kind) for column, kind in columns(table).items()],
        "missingValues": empty(status(t, "M")),
        "primaryKey": [KEYS[table]],
    }
    if table == "claims":
        made["foreignKeys"] = [reference(column, to) for column, to in REFERENCES.items()]
    return made


def field(t: Language, table: str, column: str, kind: str) -> Descriptor:
    made: Descriptor = {"name": SDMX.get(column, column), "title": t(COLUMNS[column]), "type": TYPES[kind]}
    words = coded(t, column)
    if note := description(t, table, column, words):
        made["description"] = note
    if kind == LIST:  # several codes in one cell are no category
        words = {}
    if words:
        made["categories"] = [{"value": code, "label": word} for code, word in words.items()]
    if limits := constraints(column, list(words)):
        made["constraints"] = limits
    if column in NOT_PUBLISHED:
        made["missingValues"] = empty(status(t, "O"))
    elif column in OPEN:
        made["missingValues"] = empty(t("Open or not stated"))
    return made


def description(t: Language, table: str, column: str, words: dict[str, str]) -> str:
    """What the title leaves open, and of codes what no category says: words of a list, definitions of measures."""
    note = WORDS["key_notes"][table] if column == KEYS[table] else WORDS["column_notes"].get(column, "")
    lines = [t(note)] if note else []
    if column == "measure":
        lines += [f"{code}: {t(each.definition)} {unit(t, code)}" for code, each in MEASURES.items()]
    elif column == "agencies":
        lines += [f"{code}: {word}." for code, word in words.items()]
    return "\n".join(lines)


def coded(t: Language, column: str) -> dict[str, str]:
    """The codes that a column may hold, with their words; none for names, texts and places."""
    if column == "measure":
        return {code: t(measure.title) for code, measure in MEASURES.items()}
    if column == "status":
        return {code: t(entry.title) for code, entry in STATUSES.items()}
    lists = CODE_LISTS | {"confidentiality": "confidentialities", "read": "reads"}
    return {code: t(word) for code, word in WORDS[lists[column]].items()} if column in lists else {}


def constraints(column: str, codes: list[str]) -> Descriptor:
    limits: Descriptor = {"required": True} if column in REQUIRED else {}
    if allowed := codes or CODES.get(column):
        limits["enum"] = allowed
    if column in PATTERNS:
        limits["pattern"] = PATTERNS[column]
    return limits


def reference(column: str, table: str) -> Descriptor:
    """A foreign key of the statements; one to another statement names no table."""
    other = {} if table == "claims" else {"resource": table}
    return {"fields": [column], "reference": other | {"fields": [KEYS[table]]}}


def empty(label: str) -> list[Descriptor]:
    return [{"value": "", "label": label}]


def status(t: Language, code: str) -> str:
    """A status of an observation as a label: M: Not applicable."""
    return f"{code}: {t(STATUSES[code].title)}"
