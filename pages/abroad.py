"""Volunteers abroad: who went where, year by year."""

import streamlit as st

from dashboard import figures
from dashboard.card import answer, card
from dashboard.controls import choose_year, chosen, language

t = language()
st.title(t("Volunteers abroad"), anchor=False)


@st.fragment
def by_year() -> None:
    answer(figures.placements_map, year=chosen("year"))
    year = choose_year()
    card(figures.placements_map, year=year)
    left, right = st.columns(2)
    with left:
        card(figures.placements_by_country, year=year)
    with right:
        card(figures.placements_by_agency, year=year)


by_year()
card(figures.placements_by_year)
card(figures.placements_selection)
card(figures.placements_claims)
card(figures.placements_background)
