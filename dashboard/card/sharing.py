"""A view in; out come buttons that copy its link, its citation, lines for other sites, and its numbers as sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from dashboard import captions, exports
from dashboard.i18n import Language
from dashboard.press import embed
from dashboard.press.order import Order
from dashboard.view import View


def sharing(shown: View, wanted: Order) -> None:
    """A button beside each text; the page's script copies it, or selects it where that is not allowed."""
    t = shown.t
    cited = exports.citations(captions.cited(shown, wanted.page, captions.today()))
    first = (
        _row(shown, "link", t("Link"), wanted.page),
        _row(shown, "apa", t("Cite"), cited["apa"]),
        _row(shown, "frame", t("Embed"), embed.frame(shown, wanted)),
        _row(shown, "picture", t("Embed the picture"), embed.picture(shown, wanted)),
        _row(shown, "sentence", t("Copy the sentence"), captions.sentence(shown), ours=True),
    )
    more = "".join(_row(shown, form, called, cited[form]) for form, called in _other_forms(t).items())
    hint = escape(t("Each button copies the text beside it."))
    st.html(
        f'<div class="copy" role="group" aria-label="{hint}" data-copied="{escape(t("Copied"))}" '
        f'data-selected="{escape(t("The text is selected: copy it now."))}"><p class="subject">{hint}</p>'
        f"{''.join(first)}<details><summary>{escape(t('Other forms of citation'))}</summary>{more}</details></div>"
    )


def _other_forms(t: Language) -> dict[str, str]:
    return {"gost": t("GOST R 7.0.100"), "bib": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}


def _row(shown: View, what: str, label: str, text: str, ours: bool = False) -> str:
    """`ours` are words for readers; all else is copied as it is, whatever the language."""
    name = shown.chart.code
    kept = "" if ours else ' translate="no"'
    return (
        f'<div><button type="button" data-copy="{what}_{name}" data-trace="catalog">{escape(label)}</button>'
        f'<span role="status"></span>'
        f'<span id="{what}_{name}" data-trace="{name}"{kept}>{escape(text)}</span></div>'
    )
