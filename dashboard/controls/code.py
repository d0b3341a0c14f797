"""The address and a click in; one code of a short list out, such as a scope or what is counted."""

from __future__ import annotations

from functools import partial

import streamlit as st

from dashboard.catalog import DEFAULTS, PARAMETERS, WORDS
from dashboard.controls.address import choice, language, show


def choose_code(name: str, label: str) -> str | None:
    """The codes of a parameter in the words of the list of the same name; None for its default."""
    t, words = language(), WORDS[f"{name}s"]
    code = choice(name) or DEFAULTS[name]
    st.session_state[name] = code
    st.segmented_control(
        label,
        PARAMETERS[name],
        key=name,
        required=True,
        wrap=True,
        format_func=lambda each: t(words[each]),
        on_change=partial(_show_chosen, name),
    )
    return None if code == DEFAULTS[name] else code


def _show_chosen(name: str) -> None:
    show(name, st.session_state[name])
