"""A view in; out come its files: buttons for rows and citations, links to pictures, press kit and light page."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from dashboard import captions, exports, markup
from dashboard.catalog import WORDS
from dashboard.controls import site
from dashboard.i18n import Language
from dashboard.press.order import FORMS, Order
from dashboard.press.sizes import SIZES, measures
from dashboard.view import View

# What they are called, and how a file of each ends.
CITATIONS = {"bib": ("BibTeX", "bib"), "ris": ("RIS", "ris"), "csl": ("CSL-JSON", "csl.json")}


def ordered(shown: View) -> Order:
    """The figure as a file, with the reader's language and choices and the address of this site."""
    chosen = tuple((part, str(code)) for part, code in shown.choices if code is not None)
    return Order(shown.chart.code, "svg", shown.t.code, choices=chosen, site=site(), release=shown.release)


def rows(shown: View, wanted: Order) -> None:
    """Files are made when asked for; no `st` is touched there, since it happens on another thread."""
    t, name = shown.t, wanted.name
    document = exports.Document(t, name, shown.title, t(shown.chart.caveat), wanted.page, shown.df, shown.release)
    files = {form: (form.upper(), form, partial(exports.write, document, form)) for form in exports.FORMS}
    files |= {form: (*said, partial(_citation, shown, wanted, form)) for form, said in CITATIONS.items()}
    with st.container(horizontal=True):
        for form, (called, ending, content) in files.items():
            st.download_button(
                t("Download {form}", form=called),
                content,
                file_name=replace(wanted, form=ending).file_name,
                mime=(exports.FORMS | exports.CITATION_FORMS)[form],
                key=f"{name}_{form}",
                on_click="ignore",
            )


def _citation(shown: View, wanted: Order, form: str) -> bytes:
    return exports.citations(captions.cited(shown, wanted.page, captions.today()))[form].encode()


def pictures(shown: View, wanted: Order) -> None:
    """A picture in the size and the colours that the reader chooses, and where to find all of them."""
    t, name = shown.t, wanted.name
    st.html(f"<h3>{escape(t('For the press'))}</h3>")
    with st.container(horizontal=True):
        size = _choose(t, t("Size"), "sizes", name)
        theme = _choose(t, t("Colours"), "themes", name)
    asked = replace(wanted, size=size, theme=theme, site="")
    links = "".join(_link(t("Download {form}", form=form.upper()), replace(asked, form=form)) for form in FORMS)
    query = urlencode({"lang": t.code} | dict(wanted.choices))
    kit = t("Press kit: all pictures, words and data in three languages")
    light = t("This figure in a light version")
    st.html(
        f"<p class='files'>{markup.traced(measures(t, SIZES[size]), name)}: {links}</p>"
        # Whoever has to wait for the kit reads why, which a link with `download` would keep from them.
        f"<p class='files'><a href='/figures/{name}.zip?{escape(query)}'>{escape(kit)} (ZIP)</a></p>"
        f"<p class='files'><a href='/figures/{name}.html?{escape(query)}'>{escape(light)}</a></p>"
    )


def _choose(t: Language, label: str, words: str, name: str) -> str:
    codes = WORDS[words]
    return st.selectbox(label, list(codes), format_func=lambda code: t(codes[code]), key=f"{words}_{name}", width=280)


def _link(said: str, wanted: Order) -> str:
    return f"<a href='{escape(wanted.address)}' download='{wanted.file_name}'>{escape(said)}</a>"
