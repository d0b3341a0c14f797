"""The address in; the language, the choices and the links to other views of them out. Choices stand there as codes."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode, urlsplit

import streamlit as st

from dashboard import offered
from dashboard.catalog import DEFAULTS, EVERY_CHART, MEASURES, PARAMETERS, SITE
from dashboard.i18n import LANGUAGES, Language, choose

ALL = offered.ALL
SHOWN = 40
LONGEST_SEARCH = 80
CODES = {
    "lang": {*LANGUAGES},
    "scope": {*PARAMETERS["scope"]},
    "count": {*PARAMETERS["count"]},
    "measure": {ALL, *MEASURES},
    "only": {"disagreements"},
    # The chart in which a statement is shown.
    "figure": {*EVERY_CHART},
    # An unknown page is led to the start with its name in the address.
    "page": set(),
}
# What a link to another view of the same page keeps.
KEPT = ("year", "scope", "count", "measure", "search", "only", "figure", "statement")


def language() -> Language:
    """The reader's language: the address, else what the browser asks for, else Kazakh."""
    return Language(choose(choice("lang"), st.context.headers.get("Accept-Language")))


def choice(name: str) -> str | None:
    """The code that the address holds for a choice; None where it holds none, an unknown one, or several."""
    values = st.query_params.get_all(name)
    return values[0] if len(values) == 1 and _known(name, values[0]) else None


def _known(name: str, value: str) -> bool:
    if name == "search":
        return len(value) <= LONGEST_SEARCH and value.isprintable()
    if name == "year":
        return value in (ALL, *years())
    if name == "statement":
        return offered.statement(value)
    return value in CODES[name]


def release() -> str | None:
    """The release of the register that its page shows; a page asks once and keeps to it. None on all other pages."""
    return offered.registered() if here() == "register" else None


def keep_to(shown: str | None) -> None:
    """Run the whole page again if another release is shown by now: what is drawn would stand beside the earlier one."""
    if release() != shown:
        st.rerun()


def years() -> tuple[str, ...]:
    """Those that can be chosen on the page that the address asks for."""
    return offered.years(release())


def show(name: str, code: str | None) -> None:
    """Put a choice into the address; the default is left out."""
    if code in (None, "", ALL, DEFAULTS.get(name)):
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = code
    # A copied address names its language.
    st.query_params["lang"] = language().code


def ignored() -> list[str]:
    """The parts of the address that this page does not know, as they stand there."""
    found = []
    for name in (*CODES, "year", "search", "statement"):
        values = st.query_params.get_all(name)
        if values and choice(name) is None:
            text = "&".join(f"{name}={value}" for value in values)
            found.append(text if len(text) <= SHOWN else text[:SHOWN] + "…")
    return found


def say_what_was_ignored() -> None:
    """One line for a reader whose address held a value that does not exist."""
    t = language()
    if found := ignored():
        text = t("The address had a value that this page does not know: {value}. The default is shown.")
        value = f"<q data-trace='address'>{escape(', '.join(found))}</q>"
        st.html(f"<p role='status' class='ignored'>{escape(text).format(value=value)}</p>")


def chosen(name: str) -> str | int | None:
    """What a control of this name gives at this moment, before it is drawn: None for its default."""
    code = choice(name)
    return None if code is None or offered.chosen(name, code) is None else offered.value(code)


def choices(*names: str) -> dict[str, str]:
    """What the address says of these choices."""
    return {name: code for name in names if (code := choice(name)) is not None}


def address(t: Language, path: str = "", **values: object) -> str:
    """A link that names the language: /abroad?lang=ru&year=2024."""
    chosen = {name: str(value) for name, value in values.items() if value is not None}
    return f"{path or st.context.url or ''}".partition("?")[0] + "?" + urlencode({"lang": t.code} | chosen)


def site() -> str:
    """Where readers reach this site, for links that leave it: what the catalog says, else where this reader came to."""
    if SITE["address"]:
        return SITE["address"].rstrip("/")
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""


def language_links() -> str:
    """The same view in the three languages, Kazakh first: plain links, so that the page reloads in its language."""
    t = language()
    kept = choices(*KEPT)
    links = (
        f'<a href="{escape(address(Language(code), here_path(), **kept))}" lang="{code}" hreflang="{code}"'
        + (' aria-current="true"' if code == t.code else "")
        + f">{name}</a>"
        for code, name in LANGUAGES.items()
    )
    return f'<nav aria-label="{escape(t("Language"))}" class="languages">{"".join(links)}</nav>'


def here() -> str:
    """Code of the page that the address asks for."""
    return next((page.code for page in offered.pages().values() if page.path == here_path()), "overview")


def here_path() -> str:
    """The path that the address asks for."""
    return "/" + urlsplit(st.context.url or "").path.strip("/")
