"""The year chosen, and where each year leads, in; plain links to the year before, to any and to the next out."""

from collections.abc import Callable
from html import escape

from dashboard.catalog import PARAMETERS
from dashboard.i18n import Language
from dashboard.server.light import row

YEARS = PARAMETERS["year"]


def years(t: Language, chosen: str | None, address: Callable[[str | None], str]) -> str:
    """`address` gives where a year leads; None stands for all of them."""
    links = [(address(None), escape(t("All years")), chosen is None, "")]
    links += [(address(year), year, year == chosen, "") for year in YEARS]
    before, after = beside(chosen)
    if before:
        links.insert(0, (address(before), f"← {escape(t('Previous year'))}", False, ' rel="prev"'))
    if after:
        links.append((address(after), f"{escape(t('Next year'))} →", False, ' rel="next"'))
    return f'<nav class="choices" aria-label="{escape(t("Choose a year"))}">{row(links)}</nav>'


def beside(chosen: str | None) -> tuple[str | None, str | None]:
    """From all years the way leads to the newest and to the oldest; at the ends it stops."""
    if chosen is None:
        return YEARS[-1], YEARS[0]
    place = YEARS.index(chosen)
    return YEARS[place - 1] if place else None, YEARS[place + 1] if place + 1 < len(YEARS) else None
