"""Overview: the answer, the map, the timeline, the newest numbers, and what is not known."""

import streamlit as st

from dashboard import figures
from dashboard.card import answer, card, frame
from dashboard.controls import choose_year, chosen, language

t = language()
st.title(t("Kazakhstan's volunteers, abroad and at home"), anchor=False)


@st.fragment
def by_year() -> None:
    answer(figures.placements_map, year=chosen("year"))
    card(figures.placements_map, still=True, year=choose_year())


by_year()
card(figures.placements_by_year)

st.header(t("The newest numbers"), anchor=False)
st.markdown(t("What was published, by whom, and how sure it is. Every number leads to its source."))
frame.tiles(t)

st.header(t("What is not known"), anchor=False)
st.markdown(
    t(
        "No source says how many volunteers went to each country or to each UN entity, or how many went in any single "
        "year of the first period. The sources do not agree on that first total. Whether the volunteers in UN "
        "regional secretariats belong to an earlier group was not said. No total over all years was published, and the "
        "numbers may not be added, because one person can be in two of them. At home, officials and the Bureau of "
        "National Statistics count different things, and only officials' statements reach back further than the survey."
    )
)
