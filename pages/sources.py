"""What the sources say: every statement, and every disagreement side by side."""

import streamlit as st

from dashboard.card import statements
from dashboard.controls import choose_statements, language

t = language()
st.title(t("What the sources say"), anchor=False)
st.markdown(t("Every published statement of this collection, in the reader's words, with its source."))


@st.fragment
def searched() -> None:
    statements.every_statement(t, *choose_statements(statements.measures_stated(t)))


searched()
st.header(t("Where sources disagree"), anchor=False)
statements.disagreements(t)
