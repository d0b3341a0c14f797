"""The catalog and the register's release, if any, in; the pages, charts and choices that there are now, out."""

from __future__ import annotations

from dashboard import data
from dashboard.catalog import CHARTS, DEFAULTS, EVERY_CHART, EVERY_PAGE, PAGES, PARAMETERS, Chart, Page

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


def codes(name: str, parameter: str, release: str | None = None) -> tuple[str, ...]:
    """What a parameter of a chart may be, its default first."""
    allowed = years(release or data.pinned(name)) if parameter == "year" else PARAMETERS[parameter]
    return allowed if parameter in DEFAULTS else (ALL, *allowed)


def chosen(parameter: str, code: str) -> str | None:
    """What a card hands to its figure: None for the default."""
    return None if code == DEFAULTS.get(parameter, ALL) else code


def value(code: str) -> str | int:
    """A code of an address as queries know it."""
    return int(code) if code.isdigit() else code
