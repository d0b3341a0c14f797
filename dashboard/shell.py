"""The frame around every page: language, header, navigation, what was ignored, the page, footer."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from dashboard import offered
from dashboard.card import frame
from dashboard.catalog import page_title
from dashboard.controls import choices, here, language, language_links, say_what_was_ignored

t, offer = language(), offered.pages()
st.set_page_config(
    page_title=page_title(offer[here()].path, t.code),
    page_icon=str(Path(__file__).parent / "static" / "icon.svg"),
    layout="wide",
)

pages = {
    page.code: st.Page(page.file, title=t(page.title), url_path=page.path.strip("/"), default=page.path == "/")
    for page in offer.values()
}
chosen = st.navigation(list(pages.values()), position="hidden")

with st.container(horizontal=True, key="masthead", horizontal_alignment="distribute", vertical_alignment="center"):
    st.html(f"<p class='brand'>{escape(t('Volunteers of Kazakhstan'))}</p>", width="content")
    st.html(language_links(), width="content")
with st.container(horizontal=True, key="navigation"):
    for code, page in pages.items():
        kept = offered.kept(offer[code], choices("year").items())
        # Bold, and by that known to the style sheet: Streamlit marks the page that is open by colour alone.
        title = f"**{page.title}**" if page is chosen else page.title
        st.page_link(page, label=title, width="content", query_params={"lang": t.code} | dict(kept))

say_what_was_ignored()
try:
    chosen.run()
finally:
    frame.footer(t)
