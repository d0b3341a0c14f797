"""A figure and the reader's choices in, the figure with all that surrounds it out: `card(figures.x, year=...)`."""

from __future__ import annotations

import logging
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, markup
from dashboard.card.files import ordered, pictures, rows
from dashboard.card.sharing import sharing
from dashboard.catalog import MEASURES
from dashboard.controls import language
from dashboard.i18n import Language
from dashboard.view import Choices, Figure, View, view

LOG = logging.getLogger(__name__)
# No toolbar: its words are English in every language, and the numbers stand beside the marks.
PLOTLY = {"displayModeBar": False, "staticPlot": True}


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
    except Exception:
        # One figure that fails must not take the page with it.
        LOG.exception("%s cannot be drawn", figure.__name__)
        st.error(t("This figure could not be shown. Try again in a moment."))
        return
    st.html(shown.head)
    _draw(t, shown, drawn, still)
    st.html(shown.notes + _sources(shown))
    _table(t, shown)
    _about(t, shown)


def _draw(t: Language, shown: View, drawn: Any, still: bool) -> None:
    name = shown.chart.code
    if shown.df.empty:
        st.html(f"<p class='nothing'>{escape(t('No figure was published for this choice.'))}</p>")
    elif still:
        st.html(drawn)
    elif shown.is_map:
        st.pydeck_chart(drawn, height=420, key=name, alt=shown.alt)
    else:
        st.plotly_chart(drawn, key=name, theme=None, config=PLOTLY, alt=shown.alt)


def _sources(shown: View) -> str:
    if not shown.listed:
        return ""
    said = escape(shown.t("Sources"))
    return f"<details class='listed'><summary>{said}</summary>{shown.listed}</details>"


def _table(t: Language, shown: View) -> None:
    """What is folded is not sent: opening it runs the card again."""
    fold = st.expander(t("The same numbers as a table"), key=f"table_{shown.chart.code}", on_change="rerun")
    if fold.open:
        fold.html(markup.table(t, shown.title, shown.df, shown.release))


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
