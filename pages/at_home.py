"""Volunteering at home: official statements, the survey, organisations, regions, events."""

import streamlit as st

from dashboard import figures
from dashboard.card import card
from dashboard.controls import language

t = language()
st.title(t("Volunteering at home"), anchor=False)
st.markdown(
    t("Officials and the Bureau of National Statistics count different things: read the definitions beside them.")
)

left, right = st.columns(2)
with left:
    card(figures.volunteers_at_home_by_year)
with right:
    card(figures.organisations_at_home_by_year)

left, right = st.columns(2)
with left:
    card(figures.volunteering_surveys)
    card(figures.volunteers_at_events)
with right:
    card(figures.qazvolunteer_platform)
    card(figures.programmes_at_home)

st.header(t("Regions of Kazakhstan"), anchor=False)
left, right = st.columns(2)
with left:
    card(figures.volunteers_by_region)
with right:
    card(figures.organisations_by_region)
