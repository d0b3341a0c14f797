"""Volunteers abroad: who went where, year by year."""

import streamlit as st

from dashboard import figures
from dashboard.card import card
from dashboard.controls import choose_year, language

t = language()
st.title(t("Volunteers abroad"), anchor=False)
st.markdown(t("Volunteers whom Kazakhstan sends to the United Nations with government funding."))


@st.fragment
def by_year() -> None:
    year = choose_year()
    card(figures.placements_map, year=year)
    left, right = st.columns(2)
    with left:
        card(figures.placements_by_country, year=year)
    with right:
        card(figures.placements_by_agency, year=year)


by_year()
left, right = st.columns(2)
with left:
    card(figures.placements_by_year)
    card(figures.placements_selection)
with right:
    card(figures.placements_claims)
    card(figures.placements_background)
