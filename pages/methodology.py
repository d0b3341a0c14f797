"""Methodology: written by the catalog."""

import streamlit as st

from dashboard.card import methodology
from dashboard.controls import language

t = language()
st.title(t("Methodology"), anchor=False)
st.markdown(t("What is counted, in which words, by which rules, and what these figures cannot tell."))
methodology.everything(t)
