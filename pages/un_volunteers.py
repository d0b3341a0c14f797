"""UN Volunteers: all those from Kazakhstan, beside other countries and the world."""

import streamlit as st

from dashboard import figures
from dashboard.card import answer, card
from dashboard.controls import language

t = language()
st.title(t("UN Volunteers"), anchor=False)
answer(figures.un_volunteers_from_kazakhstan)
card(figures.un_volunteers_from_kazakhstan)
card(figures.peers_government_funded)
card(figures.un_volunteers_in_host_countries)

st.header(t("Worldwide"), anchor=False)
card(figures.un_volunteers_worldwide_by_year)
left, right = st.columns(2)
with left:
    card(figures.un_volunteers_by_region)
with right:
    card(figures.un_volunteers_growth_by_region)
card(figures.un_volunteers_profile_by_year)
card(figures.un_volunteers_makeup)

st.header(t("Other countries"), anchor=False)
card(figures.un_volunteers_by_origin)
left, right = st.columns(2)
with left:
    card(figures.government_contributions)
    card(figures.volunteering_worldwide)
with right:
    card(figures.bilateral_volunteers)
