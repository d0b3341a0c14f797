"""The address and the reader's clicks in; the language and the choices out. Choices stand in the address as codes."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard.catalog import PAGES
from dashboard.i18n import LANGUAGES, Language, choose

# The first agreement was signed in 2019; the newest statements are of 2026.
YEARS = range(2019, 2027)
ALL = "all"
SHOWN = 40


def language() -> Language:
    """The reader's language: the address, else what the browser asks for, else Kazakh."""
    return Language(choose(_single("lang"), st.context.headers.get("Accept-Language")))


def _single(name: str) -> str | None:
    """A parameter's value; one given twice says nothing."""
    values = st.query_params.get_all(name)
    return values[0] if len(values) == 1 else None


def _year() -> int | None:
    text = _single("year") or ""
    return int(text) if text in {str(year) for year in YEARS} else None


def ignored() -> list[str]:
    """The parts of the address that this page does not know, as they stand there."""
    # An unknown page is led here with its name in the address.
    known = {"lang": set(LANGUAGES), "year": {ALL, *(str(year) for year in YEARS)}, "page": set()}
    found = []
    for name, codes in known.items():
        values = st.query_params.get_all(name)
        if values and not (len(values) == 1 and values[0] in codes):
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


def choices() -> dict[str, str]:
    """What the address has to say besides the language."""
    year = _year()
    return {"year": str(year)} if year else {}


def address(t: Language, path: str = "", **values: object) -> str:
    """A link that names the language: /abroad?lang=ru&year=2024."""
    chosen = {name: str(value) for name, value in values.items() if value is not None}
    return f"{path or st.context.url or ''}".partition("?")[0] + "?" + urlencode({"lang": t.code} | chosen)


def choose_year() -> int | None:
    """Previous, next, and a list of years; None is all years. The choice stands in the address."""
    t = language()
    year = _year()
    st.session_state["year"] = year or ALL
    with st.container(horizontal=True, key="choose_year", vertical_alignment="bottom"):
        _step(t("Previous year"), -1, year, ":material/chevron_left:")
        st.segmented_control(
            t("Choose a year"),
            [ALL, *YEARS],
            key="year",
            required=True,
            wrap=True,
            format_func=lambda code: t("All years") if code == ALL else str(code),
            on_change=_show_chosen_year,
        )
        _step(t("Next year"), 1, year, ":material/chevron_right:")
    return year


def _step(label: str, by: int, year: int | None, icon: str) -> None:
    """From all years the way leads to the newest or the oldest year; at the ends it stops."""
    target = (YEARS[-1] if by < 0 else YEARS[0]) if year is None else year + by
    st.button(
        label,
        key=f"step_{by}",
        icon=icon,
        icon_position="left" if by < 0 else "right",
        disabled=target not in YEARS,
        on_click=_show_year,
        args=(target,),
    )


def _show_chosen_year() -> None:
    _show_year(st.session_state["year"])


def _show_year(year: int | str) -> None:
    if year == ALL:
        st.query_params.pop("year", None)
    else:
        st.query_params["year"] = str(year)


def language_links() -> str:
    """The same page in the three languages, Kazakh first: plain links, so that the page reloads in its language."""
    t = language()
    links = (
        f'<a href="{escape(address(Language(code), _path(), **choices()))}" lang="{code}" hreflang="{code}"'
        + (' aria-current="true"' if code == t.code else "")
        + f">{name}</a>"
        for code, name in LANGUAGES.items()
    )
    return f'<nav aria-label="{escape(t("Language"))}" class="languages">{"".join(links)}</nav>'


def _path() -> str:
    return "/" + (st.context.url or "").partition("?")[0].rpartition("/")[2]


def here() -> str:
    """Code of the page that the address asks for."""
    return next((page.code for page in PAGES.values() if page.path == _path()), "overview")


def choose_statements(measures: dict[str, str]) -> tuple[str | None, str, bool]:
    """A measure, a text to search for, and whether to show only statements on which sources disagree."""
    t = language()
    with st.container(horizontal=True, key="choose_statements", vertical_alignment="bottom"):
        search = st.text_input(t("Search"), key="search", max_chars=80)
        measure = st.selectbox(
            t("Measure"),
            [ALL, *measures],
            key="measure",
            format_func=lambda code: t("All measures") if code == ALL else measures[code],
        )
        only = st.toggle(t("Only where sources disagree"), key="only")
    return None if measure in (ALL, None) else measure, search.strip(), only
