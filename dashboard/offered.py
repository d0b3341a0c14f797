"""The catalog and the register's release, if any, in; the pages, charts and choices that there are now, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dashboard import data
from dashboard.catalog import (
    CHARTS,
    DEFAULTS,
    EVERY_CHART,
    EVERY_PAGE,
    PAGES,
    PARAMETERS,
    REGISTER_PAGES,
    WORDS,
    Chart,
    Page,
)
from dashboard.i18n import Language

Code = TypeVar("Code")

# What a reader writes for no choice where a parameter has no default.
ALL = "all"


def registered() -> str | None:
    """Name of the register's release that is shown at this moment, if any."""
    return data.register.current()


def charts() -> dict[str, Chart]:
    """By name: those of the register only while a release of it is shown."""
    return EVERY_CHART if registered() else CHARTS


def pages() -> dict[str, Page]:
    """By code, in the order of the menu."""
    return EVERY_PAGE if registered() else PAGES


def years(release: str | None = None) -> tuple[str, ...]:
    """The years that a reader may choose: of the statements, or of a release of the register."""
    if release is None:
        return PARAMETERS["year"]
    return tuple(str(year) for year in data.query("register_years", release=release)["year"])


def statement(code: str) -> bool:
    """Whether an address may name this statement, or the second or later row on it: KZ-FF-2024, KZ-FF-2024.2."""
    claim, _, place = code.partition(".")
    known = claim in set(data.query("claims")["claim"]) or claim == registered()
    return known and (place.isdecimal() or claim == code)


def codes(name: str, parameter: str, release: str | None = None) -> tuple[str, ...]:
    """What a parameter of a chart may be, its default first."""
    allowed = years(release or data.pinned(name)) if parameter == "year" else PARAMETERS[parameter]
    return allowed if parameter in DEFAULTS else (ALL, *allowed)


def of_page(page: Page) -> dict[str, tuple[str, ...]]:
    """The choices that figures of a page know, and what each may be, the default first."""
    release = registered() if page.code in REGISTER_PAGES else None
    names = {name for chart in page.charts for name in EVERY_CHART[chart].parameters}
    known = PARAMETERS | {"year": (ALL, *years(release))}
    return {name: codes for name, codes in known.items() if name in names}


def remembered(page: Page | None) -> dict[str, tuple[str, ...]]:
    """What an address of a page may hold: one whose figures know no years keeps the year for the next page.

    None is the list of all figures.
    """
    return {"year": (ALL, *years())} | (of_page(page) if page else {})


def kept(page: Page | None, choices: Iterable[tuple[str, Code]]) -> tuple[tuple[str, Code], ...]:
    """Of choices made elsewhere, those that this page knows: no link leads to what would be refused there."""
    known = remembered(page)
    return tuple((name, code) for name, code in choices if code is None or str(code) in known.get(name, ()))


def said(t: Language, parameter: str, code: str | int) -> str:
    """The reader's word for a choice: a year is its own."""
    return t(WORDS[f"{parameter}s"][str(code)]) if parameter in DEFAULTS else str(code)


def chosen(parameter: str, code: str) -> str | None:
    """What a card hands to its figure: None for the default."""
    return None if code == DEFAULTS.get(parameter, ALL) else code


def value(code: str) -> str | int:
    """A code of an address as queries know it."""
    return int(code) if code.isdigit() else code
