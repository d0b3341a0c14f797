"""The address and a click in; the year out, or None for all years."""

from __future__ import annotations

import streamlit as st

from dashboard.controls.address import ALL, choice, language, show, years


def choose_year() -> int | None:
    """Previous, next, and a list of years. The choice stands in the address."""
    t, known = language(), [int(each) for each in years()]
    chosen = choice("year") or ALL
    year = None if chosen == ALL else int(chosen)
    st.session_state["year"] = year or ALL
    with st.container(horizontal=True, key="choose_year", vertical_alignment="bottom"):
        _step(t("Previous year"), -1, year, known, ":material/chevron_left:")
        st.segmented_control(
            t("Choose a year"),
            [ALL, *known],
            key="year",
            required=True,
            wrap=True,
            format_func=lambda code: t("All years") if code == ALL else str(code),
            on_change=_show_chosen,
        )
        _step(t("Next year"), 1, year, known, ":material/chevron_right:")
    return year


def _step(label: str, by: int, year: int | None, known: list[int], icon: str) -> None:
    """From all years the way leads to the newest or the oldest year; at the ends it stops."""
    target = (known[-1] if by < 0 else known[0]) if year is None else year + by
    st.button(
        label,
        key=f"step_{by}",
        icon=icon,
        icon_position="left" if by < 0 else "right",
        disabled=target not in known,
        on_click=show,
        args=("year", str(target)),
    )


def _show_chosen() -> None:
    show("year", str(st.session_state["year"]))
