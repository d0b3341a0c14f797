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
left, right = st.columns(2)
with left:
    card(figures.un_volunteers_from_global_south)
    card(figures.un_volunteers_by_age_and_sex)
with right:
    card(figures.un_volunteers_makeup)
    card(figures.un_volunteers_by_agency)

st.header(t("Other countries"), anchor=False)
left, right = st.columns(2)
with left:
    card(figures.un_volunteers_by_origin)
    card(figures.government_contributions)
with right:
    card(figures.un_volunteers_by_origin_and_kind)
    card(figures.volunteering_worldwide)
left, right = st.columns(2)
with left:
    card(figures.bilateral_volunteers)
with right:
    card(figures.bilateral_volunteers_worldwide)
