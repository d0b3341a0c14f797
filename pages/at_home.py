"""Volunteering at home: official statements, the survey, organisations, emergencies, events, regions."""

import streamlit as st

from dashboard import figures
from dashboard.card import answer, card
from dashboard.controls import language

t = language()
st.title(t("Volunteering at home"), anchor=False)
answer(figures.volunteers_at_home_by_year)
card(figures.volunteers_at_home_by_year)

left, right = st.columns(2)
with left:
    card(figures.organisations_at_home_by_year)
    card(figures.volunteering_surveys)
with right:
    card(figures.volunteers_in_emergencies)
    card(figures.qazvolunteer_platform)
card(figures.volunteers_at_events)
left, right = st.columns(2)
with left:
    card(figures.programmes_at_home)
with right:
    card(figures.volunteer_awards_and_grants)
    card(figures.emergency_service_volunteers)

st.header(t("Regions of Kazakhstan"), anchor=False)
left, right = st.columns(2)
with left:
    card(figures.volunteers_by_region)
with right:
    card(figures.organisations_by_region)
