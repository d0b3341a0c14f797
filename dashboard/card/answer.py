"""The first figure of a page and the reader's choices in; the answer to the question of the page in sentences out."""

from __future__ import annotations

import logging
from html import escape
from typing import Any

import streamlit as st

from dashboard import markup
from dashboard.catalog import EVERY_PAGE
from dashboard.controls import here, language
from dashboard.figures import titles
from dashboard.view import Figure, view

# Sentences; whoever wants more looks at the figure.
MOST = 2
LOG = logging.getLogger(__name__)


def answer(figure: Figure, *, release: str | None = None, **choices: Any) -> None:
    """What the figure says, and below it what holds for every figure of the page."""
    t = language()
    try:
        shown = view(figure, t, tuple(choices.items()), release)
        said = titles.sentences(t, shown.chart, shown.df, shown.choices)[:MOST]
    except Exception:
        # The figure itself, further down, says that it could not be shown.
        LOG.exception("%s cannot be told", figure.__name__)
        return
    note = EVERY_PAGE[here()].note
    st.html(
        f"<p class='answer'>{escape(shown.mark)}{' '.join(markup.sentence(*each) for each in said)}</p>"
        + (f"<p class='caveat'>{escape(t(note))}</p>" if note else "")
    )
