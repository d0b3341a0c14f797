"""The catalog in; out comes the methodology: glossary, rules, states, formulas, measures, limits, licence."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard import exports, markup
from dashboard.catalog import FORMULAS, GLOSSARY, LIMITS, MEASURES, RULES, STATUSES, WORDS
from dashboard.i18n import Language


def everything(t: Language) -> None:
    """All parts of the methodology, each under a heading of its own."""
    terms = ((t(term.title), t(term.definition)) for term in GLOSSARY.values())
    _part(t("Glossary"), _definitions(terms))
    _part(t("Rules"), _list(t(rule) for rule in RULES.values()))
    states = ((f"{each.symbol} {t(each.title)} ({each.code})", t(each.definition)) for each in STATUSES.values())
    zero = t("Zero is a number like any other and is written as 0: a source states that there were none.")
    _part(t("States of a number"), _definitions(states) + f"<p>{markup.traced(zero, 'rule')}</p>")
    _part(t("Kinds of a number"), _list(t(kind) for kind in WORDS["kinds"].values()))
    _part(t("Formulas of derived numbers"), _list(t(text) for text in FORMULAS.values()))
    _part(t("Measures"), _measures(t))
    _part(t("Limits"), _list(t(limit) for limit in LIMITS.values()))
    _part(t("Licence"), f"<p>{markup.traced(exports.licence(t), 'licence')}</p>")


def _part(title: str, body: str) -> None:
    st.html(f"<section class='method'><h2>{escape(title)}</h2>{body}</section>")


def _list(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"


def _definitions(pairs: Iterable[tuple[str, str]]) -> str:
    items = "".join(
        f"<dt>{markup.traced(term, 'catalog')}</dt><dd>{markup.traced(text, 'catalog')}</dd>" for term, text in pairs
    )
    return f"<dl>{items}</dl>"


def _measures(t: Language) -> str:
    units = WORDS["units"]
    return _definitions((f"{t(each.title)} · {t(units[each.unit])}", t(each.definition)) for each in MEASURES.values())
