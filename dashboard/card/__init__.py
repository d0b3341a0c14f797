"""A figure and the reader's choices in, the figure with all that surrounds it out: `card(figures.x, year=...)`."""

from __future__ import annotations

import logging
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, markup
from dashboard.card import statement
from dashboard.card.answer import answer
from dashboard.card.files import ordered, pictures, rows
from dashboard.card.sharing import sharing
from dashboard.catalog import MEASURES
from dashboard.controls import language, ways_to_statements
from dashboard.figures.answering import with_chosen
from dashboard.i18n import Language
from dashboard.markup import around, tables
from dashboard.view import Choices, Figure, View, view

__all__ = ["answer", "card"]

LOG = logging.getLogger(__name__)
# No toolbar: its words are English in every language. Neither wheel nor double click changes what is seen.
PLOTLY = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def card(figure: Figure, *, still: bool = False, release: str | None = None, **choices: Any) -> None:
    """Title, figure, explanation, sources, table, definition and downloads of one chart of the catalog.

    A map that is still is HTML: it needs no WebGL, whose code is larger than all the rest of a page. A page that names
    a release keeps to it, whatever is published meanwhile.
    """
    with st.container(border=True, key=f"card_{figure.__name__}"):
        _card(figure, still, tuple(choices.items()), release)


@st.fragment
def _card(figure: Figure, still: bool, choices: Choices, release: str | None) -> None:
    t = language()
    try:
        shown = view(figure, t, choices, release)
        drawn = shown.still if still else shown.drawn
        head = f"<h2>{around.heading(shown)}</h2>{around.subject(shown)}"
        opened = statement.opened(shown)
        told = statement.told(shown, opened)
    except Exception:
        # One figure that fails must not take the page with it.
        LOG.exception("%s cannot be drawn", figure.__name__)
        st.error(t("This figure could not be shown. Try again in a moment."))
        return
    st.html(head)
    if shown.is_table:
        statement.detail(shown, told)
    _draw(shown, drawn, still, opened)
    if not shown.is_table:
        statement.detail(shown, told)
    st.html(around.notes(shown) + _sources(shown))
    if not shown.is_table:
        _table(shown)
    _about(t, shown)


def _draw(shown: View, drawn: Any, still: bool, opened: int | None) -> None:
    name = shown.chart.code
    if shown.df.empty:
        st.html(f"<p class='nothing'>{escape(shown.t('No figure was published for this choice.'))}</p>")
    elif still:
        st.html(drawn)
    elif shown.is_map:
        st.pydeck_chart(drawn, height=420, key=name, alt=shown.alt)
    elif shown.is_table:
        st.html(tables.grouped(_place(shown), shown.title, drawn))
    else:
        widget, ringed = statement.widget(name), statement.ringed(shown, opened)
        st.plotly_chart(
            shown.live if ringed is None else with_chosen(shown.live, shown.belonging, ringed),
            key=widget,
            theme=None,
            config=PLOTLY,
            alt=shown.alt,
            on_select=partial(statement.choose, shown, widget),
            selection_mode="points",
        )


def _place(shown: View) -> tables.Place:
    """A table in which every row leads to its statement."""
    return tables.Place(shown.t, shown.chart.code, shown.release, ways_to_statements(shown.chart.code))


def _sources(shown: View) -> str:
    """In short; all of them, and how numbers were calculated, one level down."""
    said = around.source(shown)
    more = around.reasons(shown) + around.sources(shown)
    return f"<details class='listed'><summary>{said}</summary>{more}</details>" if said else ""


def _table(shown: View) -> None:
    """What is folded is not sent: opening it runs the card again."""
    t = shown.t
    fold = st.expander(t("The same numbers as a table"), key=f"table_{shown.chart.code}", on_change="rerun")
    if fold.open:
        fold.html(tables.flat(_place(shown), shown.title, shown.df))


def _about(t: Language, shown: View) -> None:
    name, df = shown.chart.code, shown.df
    fold = st.expander(t("About and download"), key=f"about_{name}", on_change="rerun")
    if not fold.open:
        return
    with fold:
        used = [MEASURES[code] for code in dict.fromkeys(df.get("measure", ["placements"]))]
        items = "".join(
            f"<dt>{markup.traced(t(each.title), each.code)}</dt><dd>{markup.traced(t(each.definition), each.code)}</dd>"
            for each in used
        )
        st.html(f"<dl>{items}</dl>")
        wanted = ordered(shown)
        rows(shown, wanted)
        sharing(shown, wanted)
        pictures(shown, wanted)
        st.html(f"<p class='subject'>{escape(t('The query that chose these rows'))}</p>")
        st.html(f"<pre data-trace='{name}' tabindex='0'><code>{escape(data.sql(name))}</code></pre>")
