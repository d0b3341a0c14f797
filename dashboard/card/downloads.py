"""The release in; out come buttons for all of its data."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from dashboard import data, exports
from dashboard.catalog import COLUMNS
from dashboard.controls import address
from dashboard.i18n import Language

PARQUET = "application/vnd.apache.parquet"


def all_data(t: Language) -> None:
    """Statements and sources as CSV, XLSX, JSON and Parquet, and what the columns mean."""
    _table(t, "claims", t("Published statements"))
    _table(t, "sources", t("Sources"))
    items = "".join(
        f"<dt><code>{name}</code></dt><dd>{escape(t(text))}</dd>"
        for name, text in COLUMNS.items()
        if name in data.query("claims") or name in data.query("sources")
    )
    st.html(f"<section class='method'><h2>{escape(t('Columns'))}</h2><dl>{items}</dl></section>")


def _table(t: Language, name: str, title: str) -> None:
    st.html(f"<h2>{escape(title)}</h2>")
    document = exports.Document(t, name, title, t("Every row names its source."), address(t), data.query(name))
    files = {form: (partial(exports.write, document, form), mime) for form, mime in exports.FORMS.items()}
    files["parquet"] = (partial(data.parquet, name), PARQUET)
    with st.container(horizontal=True):
        for form, (content, mime) in files.items():
            label = t("Download {form}", form="Parquet" if form == "parquet" else form.upper())
            st.download_button(label, content, f"{name}.{form}", mime, key=f"{name}_{form}", on_click="ignore")
