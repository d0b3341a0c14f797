"""Rows in; what a reader must know of them, and their cells as files hold them, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from dashboard import data
from dashboard.catalog import MEASURES, STATUSES, WORDS
from dashboard.i18n import Language

# These only order rows, or say which of them a title quotes and a picture compares.
INTERNAL = ("place", "tie", "role", "accent", "comparable", "published")
TEXTS = ("note", "publisher", "repeated_by")

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
    release: str | None = None

    @property
    def rows(self) -> pd.DataFrame:
        """Codes as they are; notes and names of publishers in the reader's language."""
        shown = self.df[columns_of(self.df)].astype(object)
        return shown.assign(**{name: self._words(shown[name]) for name in TEXTS if name in shown})

    def _words(self, texts: pd.Series) -> pd.Series:
        """As objects: pandas takes a column of words without one of them for one with a number that is none."""
        words = [[self.t(each) for each in text] if isinstance(text, list) else text and self.t(text) for text in texts]
        return pd.Series(words, texts.index, dtype=object)


def notes(document: Document) -> list[tuple[str, str]]:
    """What stands inside every file besides the rows: (what, text)."""
    t, release = document.t, data.release(document.release)
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
        lines += [(t(MEASURES[code].title), f"{t(MEASURES[code].definition)} {unit(t, code)}") for code in codes]
    if "status" in document.df:
        codes = dict.fromkeys(document.df["status"])
        lines += [
            (f"{t('Status')} {code}", f"{t(STATUSES[code].title)}. {t(STATUSES[code].definition)}") for code in codes
        ]
    return lines + [(t("Source"), source) for source in _sources(document)]


def unit(t: Language, measure: str) -> str:
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
    known = data.query("sources", release=document.release).set_index("source").to_dict("index")
    return [f"[{source}] " + ". ".join(_citation(document.t, known[source])) for source in wanted if source in known]


def _citation(t: Language, row: dict[Any, Any]) -> list[str]:
    title = t(row["title"]) if row["title_kind"] == "description" else row["title"]
    return [str(part) for part in (title, t(row["publisher"]), row["published_on"], row["address"]) if part]


def columns_of(df: pd.DataFrame) -> list[str]:
    return [str(name) for name in df.columns if name not in INTERNAL]


def cell(value: Any) -> Cell:
    """Lists as codes with semicolons."""
    if isinstance(value, list):
        return ";".join(str(cell(each)) for each in value)
    return str(value).lower() if isinstance(value, bool) else whole(value)


def whole(value: Any) -> Any:
    """Whole numbers as whole numbers, in lists too."""
    if isinstance(value, list):
        return [whole(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
