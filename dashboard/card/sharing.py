"""A view in; out come buttons that copy its link, its citation, lines for other sites, and its numbers as sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import captions, exports
from dashboard.i18n import Language
from dashboard.press import embed
from dashboard.press.order import Order
from dashboard.view import View

# The element of a text: words, lines for programs. A browser that translates pages must leave both as they are.
EXACT, CODE = 'span translate="no"', 'code translate="no"'


def sharing(shown: View, wanted: Order) -> None:
    """A button beside each text; the page's script copies it, or selects it where that is not allowed."""
    t = shown.t
    cited = exports.citations(captions.cited(shown, wanted.page, captions.today()))
    first = (
        _row(shown, "link", t("Link"), wanted.page),
        _row(shown, "apa", t("Cite"), cited["apa"]),
        _row(shown, "frame", t("Embed"), embed.frame(shown, wanted), CODE),
        _row(shown, "picture", t("Embed the picture"), embed.picture(shown, wanted), CODE),
        _row(shown, "sentence", t("Copy the sentence"), captions.sentence(shown)),
    )
    more = (
        _row(shown, "gost", t("GOST R 7.0.100"), cited["gost"]),
        _row(shown, "bib", "BibTeX", cited["bib"], CODE),
        _row(shown, "ris", "RIS", cited["ris"], CODE),
        _row(shown, "csl", "CSL-JSON", cited["csl"], CODE),
    )
    others = escape(t("Other forms of citation"))
    st.html(copies(t, f"{''.join(first)}<details><summary>{others}</summary>{''.join(more)}</details>"))


def sentence(shown: View) -> str:
    """The button beside the sentence of a statement that is open."""
    said = _row(shown, "chosen", shown.t("Copy the sentence"), captions.sentence(shown))
    return copies(shown.t, said, hinted=False)


def copies(t: Language, rows: str, hinted: bool = True) -> str:
    """The frame around rows of a button and a text, with the words that say what happened."""
    hint = escape(t("Each button copies the text beside it."))
    return (
        f'<div class="copy" role="group" aria-label="{hint}" data-copied="{escape(t("Copied"))}" '
        f'data-selected="{escape(t("The text is selected: copy it now."))}">'
        f"{f'<p class=subject>{hint}</p>' if hinted else ''}{rows}</div>"
    )


def _row(shown: View, what: str, label: str, text: str, kind: str = EXACT) -> str:
    name = shown.chart.code
    return (
        f'<div><button type="button" data-copy="{what}_{name}" data-trace="catalog">{escape(label)}</button>'
        f'<span role="status"></span>'
        f'<{kind} id="{what}_{name}" data-trace="{name}">{escape(text)}</{kind.partition(" ")[0]}></div>'
    )
