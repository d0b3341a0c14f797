"""A view and the statement that is open in it in; its number, whoever disagrees, and a sentence to copy out."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, markup
from dashboard.card import sharing
from dashboard.card.statements import side
from dashboard.catalog import MEASURES
from dashboard.controls import open_statement, opened_statement
from dashboard.figures import findings, phrases, style
from dashboard.figures.records import records
from dashboard.i18n import Language
from dashboard.markup import tables
from dashboard.view import View


def opened(shown: View) -> int | None:
    """The number of the row whose statement the address opens here."""
    code = opened_statement(shown.chart.code)
    named = tables.keys(shown.rows)
    return named.index(code) if code in named else None


def choose(shown: View, widget: str) -> None:
    """Open the statement of the mark that was chosen; choosing it again lets it go."""
    points = st.session_state[widget]["selection"]["points"]
    name, code = shown.chart.code, None
    if points:
        row = shown.belonging[points[0]["curve_number"]][points[0]["point_index"]]
        code = tables.keys(shown.rows)[row]
    st.session_state[f"pointed_{name}"] = code
    open_statement(name, code)


def ringed(shown: View, row: int | None) -> int | None:
    """The row whose mark the figure itself rings: none that was pointed at, which the browser has ringed already."""
    name, named = shown.chart.code, tables.keys(shown.rows)
    code = None if row is None else named[row]
    if code != st.session_state.get(f"pointed_{name}"):
        st.session_state.update({f"pointed_{name}": None, f"ringed_{name}": code})
    ours = st.session_state.get(f"ringed_{name}")
    return named.index(ours) if ours in named else None


def close(name: str) -> None:
    """Close the statement and let its mark go, for which the browser has to draw the chart anew."""
    drawn = st.session_state.get(f"drawn_{name}", 0)
    st.session_state.update({f"pointed_{name}": None, f"ringed_{name}": None, f"drawn_{name}": drawn + 1})
    open_statement(name, None)


def widget(name: str) -> str:
    """What Streamlit calls a chart; another name is another chart."""
    drawn = st.session_state.get(f"drawn_{name}", 0)
    return f"{name}_{drawn}" if drawn else name


def told(shown: View, row: int | None) -> str:
    """The statement of a row as HTML; nothing, if none is open."""
    if row is None:
        return ""
    title, key = shown.t("The statement chosen"), tables.keys(shown.rows)[row]
    return (
        f"<section class='statement' tabindex='-1' aria-label='{escape(title)}' data-opened='{escape(key)}'>"
        f"<h3>{escape(title)}</h3>{_told(shown, shown.rows[row])}{sharing.sentence(_alone(shown, row))}</section>"
    )


def detail(shown: View, html: str) -> None:
    """The statement, and the way to close it."""
    if html:
        name = shown.chart.code
        with st.container(key=f"statement_{name}"):
            st.html(html)
            st.button(shown.t("Close the statement"), key=f"close_{name}", on_click=close, args=(name,))


def _told(shown: View, row: Any) -> str:
    """The number of the row, unless the statement itself is it; the statements behind it, and those beside it."""
    t = shown.t
    said = records(data.query("claims", chosen=";".join(row.claims)))
    own = [each for each in said if each.corroborates not in row.claims]
    repeated = [source for each in said if each not in own for source in each.sources]
    stated = own and not getattr(row, "formula", None) and row.value is not None
    measure = MEASURES[getattr(row, "measure", "placements")]
    parts = [
        "" if stated else _number(t, shown, row),
        _beside(_sides(t, own), _listed(t("What does not agree with it"), _sides(t, _others(own)))),
        _listed(t("Also said by"), markup.sources(t, repeated)),
        f"<dl><dt>{markup.traced(t(measure.title), measure.code)}</dt>"
        f"<dd>{markup.traced(t(measure.definition), measure.code)}</dd></dl>",
    ]
    return "".join(parts)


def _number(t: Language, shown: View, row: Any) -> str:
    about = phrases.label(t, row, tuple(name for name in phrases.columns(shown.df) if name in phrases.DIMENSIONS))
    why = findings.explanations(t, shown.df.iloc[[shown.rows.index(row)]])
    return (
        f"<p class='big'>{markup.traced(phrases.number(t, row), style.ids(row))}</p>"
        f"<p>{markup.traced(about, style.ids(row))}</p>"
        + "".join(f"<p class='formula'>◇ {markup.sentence(*each)}</p>" for each in why)
        + (markup.sources(t, row.sources, shown.release) if data.register.is_of(shown.chart.code) else "")
    )


def _others(own: list[Any]) -> list[Any]:
    """Statements that contradict one of these, or do not fit with it, in the written order."""
    groups = {code for each in own for code in (each.dispute, each.tension) if code}
    claims = {each.claim for each in own}
    beside = (row for row in records(data.query("disputes")) if row.disagreement in groups)
    return list({row.claim: row for row in beside if row.claim not in claims}.values())


def _beside(one: str, other: str) -> str:
    return f"<div class='beside'><div>{one}</div><div>{other}</div></div>" if other else one


def _sides(t: Language, rows: list[Any]) -> str:
    return f"<div class='sides'>{''.join(side(t, row) for row in rows)}</div>" if rows else ""


def _listed(title: str, body: str) -> str:
    return f"<h4>{escape(title)}</h4>{body}" if body else ""


def _alone(shown: View, row: int) -> View:
    """The view of this number only, with those of which one is right, and those that share its statement."""
    one = shown.rows[row]
    together = [at for at, each in enumerate(shown.rows) if at == row or _together(one, each)]
    # Of a country on a map the statements say the number.
    stated = [at for at in together if shown.rows[at].kind] or together
    return replace(shown, df=shown.df.iloc[stated].assign(role="newest"))


def _together(one: Any, other: Any) -> bool:
    if getattr(one, "dispute", None):
        return bool(one.dispute == other.dispute)
    if not one.kind:
        return bool(other.kind) and {*other.claims} <= {*one.claims}
    return hasattr(one, "total") and list(one.claims) == list(other.claims)
