"""A language in; the whole release as a Data Package out: file name -> bytes."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

import pyarrow.parquet as pq

from dashboard import data
from dashboard.exports import descriptor, fields
from dashboard.exports.descriptor import as_json
from dashboard.exports.document import cell
from dashboard.i18n import Language

DESCRIPTOR = "datapackage.json"


def files(t: Language) -> dict[str, bytes]:
    """Every file of the package: what describes it, in the reader's language, then what it describes, in none."""
    contents = released()
    return {DESCRIPTOR: as_json(descriptor.package(t, contents)), **contents}


def released() -> dict[str, bytes]:
    """The tables as CSV and as released, the borders, and what is known of the release."""
    contents: dict[str, bytes] = {}
    for table in data.TABLES:
        contents[f"{table}.csv"] = as_table(*rows(table))
        contents[f"{table}.parquet"] = data.parquet(table)
    return contents | {"borders.parquet": data.parquet("borders"), "release.json": as_json(data.release())}


def rows(table: str) -> tuple[list[str], Iterable[Sequence[Any]]]:
    """Header and rows of a CSV, in the order of the release."""
    wanted = list(fields.columns(table))
    header = [fields.SDMX.get(name, name) for name in wanted]
    if table == "claims":
        return header, data.query("data_claims")[wanted].itertuples(index=False, name=None)
    kept = pq.read_table(BytesIO(data.parquet(table)), columns=wanted)
    return header, (list(row.values()) for row in kept.to_pylist())


def as_table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """A CSV for programs: every text as it is, so that reading it gives back the released rows.

    A text that a spreadsheet would run stays what it is; the CSV of a figure, made for spreadsheets, disarms it.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue().encode()
