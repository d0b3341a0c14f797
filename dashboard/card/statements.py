"""Claims in; out comes the searchable table of every statement, and each disagreement side by side."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from dashboard import data, markup
from dashboard.catalog import COLUMNS, MEASURES, RULES, word
from dashboard.figures import phrases
from dashboard.figures.records import records
from dashboard.i18n import Language

ABOUT = ("origin", "hosts", "agencies", "region", "world_region", "event", "sex")
HEAD = ("measure", "value", "period", "kind", "said_by", "note", "sources")


def every_statement(t: Language, measure: str | None, search: str, disagreement: bool) -> None:
    """The table of statements: all, or those of a measure, with a text, or on which sources disagree."""
    chosen = _found(t, search) if search else None
    df = data.query("claims", measure=measure, chosen=chosen, disagreement="yes" if disagreement else None)
    if df.empty:
        st.html(f"<p class='nothing' role='status'>{escape(t('No statement fits this choice.'))}</p>")
        return
    head = "".join(f'<th scope="col">{escape(t(COLUMNS[name]))}</th>' for name in HEAD)
    rows = "".join(_row(t, row) for row in records(df))
    title = escape(t("Published statements"))
    st.html(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table class="statements">'
        f"<caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def measures_stated(t: Language) -> dict[str, str]:
    """The measures that have statements, in the order of the catalog: code to title."""
    stated = Counter(data.query("claims")["measure"])
    return {code: t(measure.title) for code, measure in MEASURES.items() if code in stated}


def _found(t: Language, search: str) -> str:
    """Ids of the statements whose words, as this reader sees them, hold the text sought."""
    sought = search.casefold()
    rows = records(data.query("claims"))
    return ";".join(row.claim for row in rows if sought in _words(t, row).casefold())


def _words(t: Language, row: Any) -> str:
    titles = " ".join(f"{source['title']} {t(source['publisher'])}" for source in markup.source_rows(row.sources))
    return " ".join(
        (row.claim, _about(t, row), phrases.number(t, row), phrases.period(t, row), phrases.note(t, row), titles)
    )


def _about(t: Language, row: Any) -> str:
    parts = [word(t, "measure", row.measure), *(said for name in ABOUT if (said := phrases.cell(t, row, name)))]
    return " · ".join(dict.fromkeys(parts))


def _row(t: Language, row: Any) -> str:
    return (
        f'<tr id="{row.claim}"><th scope="row">{markup.traced(_about(t, row), row.claim)}'
        f"<br><code translate='no'>{markup.traced(row.claim, row.claim)}</code></th>"
        f"<td><strong>{markup.traced(phrases.number(t, row), row.claim)}</strong>{_disagreement(t, row)}</td>"
        f"<td>{markup.traced(phrases.period(t, row), row.claim)}</td>"
        f"<td>{escape(word(t, 'kind', row.kind))}</td>"
        f"<td>{markup.traced(phrases.cell(t, row, 'said_by'), row.claim)}</td>"
        f"<td>{_note(t, row)}</td><td>{markup.sources(t, row.sources)}</td></tr>"
    )


def _note(t: Language, row: Any) -> str:
    repeats = (
        f"<p>{escape(t('Repeats'))} <code>{markup.traced(row.corroborates, row.claim)}</code></p>"
        if row.corroborates
        else ""
    )
    return markup.traced(phrases.note(t, row), row.claim) + repeats


def _disagreement(t: Language, row: Any) -> str:
    said = [t("sources differ")] if row.dispute else []
    said += [t("does not fit with others")] if row.tension else []
    return "".join(f"<br><em class='differ'>{escape(text)}</em>" for text in said)


def disagreements(t: Language) -> None:
    """Each group of statements that disagree, side by side in the written order, and the rule of that order."""
    rule = RULES["disagreement"]
    st.html(f"<p>{escape(t(rule))}</p>")
    for code, members in groupby(records(data.query("disputes")), lambda row: row.disagreement):
        rows = list(members)
        titles = list(dict.fromkeys(word(t, "measure", row.measure) for row in rows))
        cells = "".join(side(t, row) for row in rows)
        st.html(
            f"<section class='disagreement' aria-label='{escape(titles[0])}'><h3>{escape(t.join(titles))}</h3>"
            f"<div class='sides' data-trace='{escape(code)}'>{cells}</div></section>"
        )


def side(t: Language, row: Any) -> str:
    """One statement as it stands beside others: number, period, kind, who said it, note, sources."""
    about = [phrases.period(t, row), word(t, "kind", row.kind), phrases.cell(t, row, "said_by")]
    about += [phrases.cell(t, row, name) for name in ("hosts", "region", "world_region") if phrases.cell(t, row, name)]
    return (
        f"<div><p class='big'>{markup.traced(phrases.number(t, row), row.claim)}</p>"
        f"{_disagreement(t, row).removeprefix('<br>')}"
        f"<p>{markup.traced(' · '.join(filter(None, about)), row.claim)}</p>"
        f"<p class='small'>{markup.traced(phrases.note(t, row), row.claim)}</p>{markup.sources(t, row.sources)}</div>"
    )
