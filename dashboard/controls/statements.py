"""The address and what a reader types in; which statements to show out."""

from __future__ import annotations

import streamlit as st

from dashboard.controls.address import ALL, LONGEST_SEARCH, choice, language, show


def choose_statements(measures: dict[str, str]) -> tuple[str | None, str, bool]:
    """A measure, a text to search for, and whether to show only statements on which sources disagree."""
    t = language()
    measure, search, only = choice("measure"), choice("search") or "", choice("only") is not None
    chosen = measure if measure in measures else ALL
    st.session_state.update(measure=chosen, search=search, only=only)
    with st.container(horizontal=True, key="choose_statements", vertical_alignment="bottom"):
        st.text_input(t("Search"), key="search", max_chars=LONGEST_SEARCH, width=280, on_change=_show_chosen)
        st.selectbox(
            t("Measure"),
            [ALL, *measures],
            key="measure",
            width=360,
            format_func=lambda code: t("All measures") if code == ALL else measures[code],
            on_change=_show_chosen,
        )
        st.toggle(t("Only where sources disagree"), key="only", on_change=_show_chosen)
    return None if chosen == ALL else chosen, search.strip(), only


def _show_chosen() -> None:
    show("search", st.session_state["search"].strip())
    show("measure", st.session_state["measure"])
    show("only", "disagreements" if st.session_state["only"] else None)
