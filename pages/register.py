"""Register: the ministry's own records as protected tables, and what was published beside them."""

import streamlit as st

from dashboard import figures
from dashboard.card import answer, card, frame
from dashboard.controls import choose_code, choose_year, chosen, keep_to, language, release

t = language()
shown = release()
st.title(t("Register of volunteers"), anchor=False)
frame.about(t, shown)


@st.fragment
def abroad_and_at_home() -> None:
    keep_to(shown)
    answer(figures.register_by_year, release=shown, scope=chosen("scope"), count=chosen("count"))
    with st.container(horizontal=True, key="choose_register"):
        scope = choose_code("scope", t("Abroad or at home"))
        count = choose_code("count", t("What is counted"))
    year = choose_year()
    card(figures.register_by_year, release=shown, scope=scope, count=count)
    card(figures.register_map, still=True, release=shown, year=year, count=count)
    left, right = st.columns(2)
    with left:
        card(figures.register_by_host, release=shown, year=year, count=count)
        card(figures.register_by_programme, release=shown, year=year, scope=scope, count=count)
        card(figures.register_by_sex, release=shown, year=year, scope=scope, count=count)
    with right:
        card(figures.register_by_agency, release=shown, year=year, scope=scope, count=count)
        card(figures.register_by_category, release=shown, year=year, scope=scope, count=count)
        card(figures.register_by_age_group, release=shown, year=year, scope=scope, count=count)
    card(figures.register_by_host_and_agency, release=shown, count=count)
    left, right = st.columns(2)
    with left:
        card(figures.register_tile_map, release=shown, year=year, scope=scope, count=count)
    with right:
        card(figures.register_by_region, release=shown, year=year, scope=scope, count=count)


abroad_and_at_home()
card(figures.register_and_claims, release=shown)
frame.protection(t, shown)
