"""What is chosen, what may be, and where each choice leads, in; plain links out: to years, or to a short list."""

from collections.abc import Callable
from html import escape

from dashboard.catalog import WORDS
from dashboard.i18n import Language
from dashboard.server.light import row

Address = Callable[[str | None], str]


def years(t: Language, chosen: str | None, known: tuple[str, ...], address: Address) -> str:
    """`address` gives where a year leads; None stands for all of them."""
    links = [(address(None), escape(t("All years")), chosen is None, "")]
    links += [(address(year), year, year == chosen, "") for year in known]
    before, after = beside(chosen, known)
    if before:
        links.insert(0, (address(before), f"← {escape(t('Previous year'))}", False, ' rel="prev"'))
    if after:
        links.append((address(after), f"{escape(t('Next year'))} →", False, ' rel="next"'))
    return f'<nav class="choices" aria-label="{escape(t("Choose a year"))}">{row(links)}</nav>'


def beside(chosen: str | None, known: tuple[str, ...]) -> tuple[str | None, str | None]:
    """From all years the way leads to the newest and to the oldest; at the ends it stops."""
    if chosen is None:
        return known[-1], known[0]
    place = known.index(chosen)
    return known[place - 1] if place else None, known[place + 1] if place + 1 < len(known) else None


def codes(t: Language, name: str, chosen: str, known: tuple[str, ...], address: Address) -> str:
    """The codes of a parameter in the words of the list of the same name."""
    words, label = WORDS[f"{name}s"], {"scope": t("Abroad or at home"), "count": t("What is counted")}[name]
    links = [(address(code), escape(t(words[code])), code == chosen, "") for code in known]
    return f'<nav class="choices" aria-label="{escape(label)}">{row(links)}</nav>'
