"""catalog.toml in, its entries as frozen values out: what every measure, dimension, chart and page means."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from dashboard.i18n import Language

FILE = Path(__file__).with_name("catalog.toml")
TEXTS = ("short", "title", "definition", "counted", "subject", "caveat", "whose", "description", "note")


@dataclass(frozen=True)
class Measure:
    code: str
    title: str
    unit: str
    definition: str
    # The title as a part of a sentence: the number of UN Volunteers.
    counted: str
    # Under a title that tells the rest.
    short: str = ""
    # A change, of which a rise bears a plus.
    signed: bool = False


@dataclass(frozen=True)
class Status:
    code: str
    symbol: str
    title: str
    definition: str


@dataclass(frozen=True)
class Term:
    code: str
    title: str
    definition: str


@dataclass(frozen=True)
class Chart:
    code: str
    title: str
    subject: str
    caveat: str
    parameters: tuple[str, ...] = ()
    # Patterns of its title, each for when the rows cannot fill the one before; those of titles.py are for all charts.
    findings: tuple[str, ...] = ()
    # What its measures alone do not say of whose numbers they are.
    whose: str = ""


@dataclass(frozen=True)
class Page:
    code: str
    path: str
    title: str
    description: str
    charts: tuple[str, ...]
    # What holds for every chart on it.
    note: str = ""

    @property
    def file(self) -> Path:
        return FILE.parent.parent / "pages" / f"{self.code}.py"


def _entries(kind: Any, section: str) -> dict[str, Any]:
    """An unknown key stops here: the dataclass does not take it."""
    return {
        code: kind(code=code, **{key: tuple(text) if isinstance(text, list) else text for key, text in entry.items()})
        for code, entry in _RAW[section].items()
    }


with FILE.open("rb") as file:
    _RAW: dict[str, dict[str, Any]] = tomllib.load(file)

MEASURES: dict[str, Measure] = _entries(Measure, "measures")
STATUSES: dict[str, Status] = _entries(Status, "statuses")
GLOSSARY: dict[str, Term] = _entries(Term, "glossary")
CHARTS: dict[str, Chart] = _entries(Chart, "charts")
PAGES: dict[str, Page] = _entries(Page, "pages")
# These are there only when a release of the register is; offered.py says which of all there are.
REGISTER_CHARTS: dict[str, Chart] = _entries(Chart, "register_charts")
REGISTER_PAGES: dict[str, Page] = _entries(Page, "register_pages")
EVERY_CHART = CHARTS | REGISTER_CHARTS
EVERY_PAGE = PAGES | REGISTER_PAGES
FORMULAS: dict[str, str] = _RAW["formulas"]
RULES: dict[str, str] = _RAW["rules"]
LIMITS: dict[str, str] = _RAW["limits"]
SITE: dict[str, str] = _RAW.pop("site")
# Parameter of a chart -> the codes that it may have in an address.
PARAMETERS: dict[str, tuple[str, ...]] = {name: tuple(codes) for name, codes in _RAW.pop("parameters").items()}
# Parameter -> what it is where an address does not name it; for one that is not here all of its codes together.
DEFAULTS: dict[str, str] = _RAW.pop("defaults")
COLUMNS: dict[str, str] = _RAW["columns"]
WORDS: dict[str, dict[str, str]] = {
    section: entries for section, entries in _RAW.items() if all(isinstance(text, str) for text in entries.values())
}
# The column of a code list is its singular; a list column (agencies) holds codes of the same list.
CODE_LISTS = {
    "age_group": "age_groups",
    "agency": "agencies",
    "agencies": "agencies",
    "category": "categories",
    "comparison": "comparisons",
    "event": "events",
    "kind": "kinds",
    "language": "languages",
    "programme": "programmes",
    "qualifier": "qualifiers",
    "said_by": "speakers",
    "said_in": "languages",
    "sex": "sexes",
    "world_region": "world_regions",
}
PLACES = ("origin", "host", "hosts", "region")


def word(t: Language, column: str, code: str) -> str:
    """The reader's word for one code of a column: word(t, "event", "floods") -> "Floods"."""
    if column in ("measure", "compared"):
        return t(MEASURES[code].title)
    if column == "formula":
        derived = STATUSES["E"].title
        return t(derived)
    if column in PLACES:
        return t(WORDS["sexes"][code]) if code == "_U" else t.place(code)
    if column in CODE_LISTS:
        return t(WORDS[CODE_LISTS[column]].get(code, code))
    return code


def page_title(path: str, lang: str) -> str:
    """Title of the browser tab for an address."""
    t = Language(lang)
    page = next((page for page in EVERY_PAGE.values() if page.path == "/" + path.strip("/")), PAGES["overview"])
    return f"{t(page.title)} · {t('Volunteers of Kazakhstan')}"


def texts() -> Iterator[str]:
    """Every English text of the catalog that a reader can see."""
    entries = (MEASURES, STATUSES, GLOSSARY, EVERY_CHART, EVERY_PAGE)
    for entry in (each for section in entries for each in section.values()):
        assert is_dataclass(entry)
        yield from filter(None, (getattr(entry, field.name) for field in fields(entry) if field.name in TEXTS))
        yield from getattr(entry, "findings", ())
    for words in WORDS.values():
        yield from words.values()
