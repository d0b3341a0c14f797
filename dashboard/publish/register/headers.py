"""The cells of a header in, in three languages and any order; the columns that they name and what is wrong out."""

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from openpyxl.utils import get_column_letter

from dashboard.publish.problems import DOUBLED_COLUMN, MISSING_COLUMN, UNKNOWN_COLUMN
from dashboard.publish.register.problems import (
    BOTH_AGES,
    EMPTY_HEADER,
    PERSONAL_HEADER,
    TOO_MANY_COLUMNS,
    Problem,
)

HERE = Path(__file__).parent
AGES = ("birth_year", "age_group")
OPTIONAL = (*AGES, "hours")
MOST_COLUMNS = 50


def rows(name: str) -> list[dict[str, str]]:
    """A list of this folder that is kept by hand."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def columns_of_register() -> dict[str, dict[str, str]]:
    """Column -> language -> the header that the template has."""
    named: dict[str, dict[str, str]] = {}
    for row in rows("headers.csv"):
        named.setdefault(row["column"], {}).setdefault(row["lang"], row["header"])
    return named


@cache
def _aliases() -> dict[str, str]:
    return {plain(row["header"]): row["column"] for row in rows("headers.csv")}


@cache
def _personal() -> tuple[str, ...]:
    return tuple(row["word"] for row in rows("personal.csv"))


def plain(header: str) -> str:
    """Start_Date, start-date and START DATE are one."""
    return " ".join(re.split(r"[\W_]+", header.casefold().replace("ё", "е"))).strip()


def is_personal(header: str) -> bool:
    return any(f" {word} " in f" {plain(header)} " for word in _personal())


class Header(NamedTuple):
    """The cells of a header, the column of the register that each names (itself if it names none), what is wrong."""

    file: str
    sheet: str | None
    cells: list[str]
    columns: list[str]
    problems: list[Problem]


def read(file: str, sheet: str | None, cells: Sequence[str | None]) -> Header:
    texts = [cell or "" for cell in cells]
    columns = [_aliases().get(plain(text), text) for text in texts]
    if len(texts) > MOST_COLUMNS:
        found = [("", TOO_MANY_COLUMNS)]
    else:
        found = [*_faults(texts), *_faults_together(texts, columns)]
    listed = [Problem(file, sheet, 1, column or None, "", sentence) for column, sentence in found]
    return Header(file, sheet, texts, columns, listed)


def _faults(cells: list[str]) -> Iterator[tuple[str, str]]:
    for place, cell in enumerate(cells, 1):
        if not plain(cell):
            yield get_column_letter(place), EMPTY_HEADER
        elif plain(cell) not in _aliases():
            yield cell, PERSONAL_HEADER if is_personal(cell) else UNKNOWN_COLUMN


def _faults_together(cells: list[str], columns: list[str]) -> Iterator[tuple[str, str]]:
    for place, column in enumerate(columns):
        if column in columns_of_register() and column in columns[:place]:
            yield cells[place], DOUBLED_COLUMN
    for column in columns_of_register():
        if column not in columns and column not in OPTIONAL:
            yield column, MISSING_COLUMN
    ages = [age for age in AGES if age in columns]
    if len(ages) != 1:
        yield AGES[0], BOTH_AGES if ages else MISSING_COLUMN
