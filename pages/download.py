"""Download: all data of the release."""

import streamlit as st

from dashboard.card import downloads
from dashboard.controls import language

t = language()
st.title(t("Download"), anchor=False)
st.markdown(
    t("All data of this release, with the source of every number. Single figures can be downloaded under each of them.")
)
downloads.all_data(t)
