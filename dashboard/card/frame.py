"""The release and the catalog in; out come the tiles and what stands under every page."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import Any

import streamlit as st

from dashboard import data, exports, markup
from dashboard.catalog import MEASURES, STATUSES, WORDS, word
from dashboard.controls import address
from dashboard.figures import phrases
from dashboard.figures.records import records
from dashboard.i18n import Language

READ = ("A", "E", "W", "K", "O", "Q")


def footer(t: Language) -> None:
    """Data as of, what changed, how to read a number, licence, and where to report an error."""
    release = data.release()
    states = "".join(
        f"<dt>{STATUSES[code].symbol} {escape(t(STATUSES[code].title))}</dt>"
        f"<dd>{escape(t(STATUSES[code].definition))}</dd>"
        for code in READ
    )
    st.html(
        f"<footer><p><strong>{escape(t('Data as of'))}:</strong> {markup.day(t, release['as_of'])}. "
        f"{markup.traced(t(release['changes']), release['release'])}</p>"
        f"<details><summary>{escape(t('How to read a number'))}</summary><p>{escape(markup.marks(t))}"
        f"</p><dl class='states'>{states}</dl></details>"
        f"<p>{markup.traced(exports.licence(t), 'licence')}</p>"
        f"<p class='ways'><a href='{escape(address(t, '/figures'))}'>{escape(t('Figures'))}</a> "
        f"<a href='{escape(address(t, '/verify'))}'>{escape(t('Check a picture'))}</a> "
        f"<a href='{escape(markup.letter(t, st.context.url or ''))}'>{escape(t('Report an error'))}</a></p></footer>"
    )


def about(t: Language, name: str | None) -> None:
    """Whose a release of the register is and of which day; before all else, that its people are invented."""
    said = data.release(name)
    invented = WORDS["register"]["invented"]
    mark = f"<p class='invented' role='note'>{escape(t(invented))}</p>" if said.get("synthetic") else ""
    text = t("Counted from the ministry's own records, one for each assignment. No record of a person is here.")
    when = f"{t('Data as of')}: {t.iso_date(said['as_of'])}. {t('Data release')}: {said['release']}."
    st.html(f"{mark}<p>{escape(text)} {markup.traced(when, said['release'])}</p>")


def protection(t: Language, name: str | None) -> None:
    """How people in a release of the register are protected, and what has changed since the release before."""
    said = data.release(name)
    policy = said["policy"]
    lines = [
        t.plural(
            "A number with fewer than {n} person behind it is withheld.",
            "A number with fewer than {n} people behind it is withheld.",
            policy["threshold"],
        ),
        t(
            "So are as many others as it takes that none of these can be worked out from what is shown, from releases "
            "before, or from published statements: anybody can only tell that it lies between {least} and {most} or "
            "more.",
            least=t.number(policy["least"]),
            most=t.number(policy["most"]),
        ),
        t.plural(
            "In this release {n} number is withheld.", "In this release {n} numbers are withheld.", said["withheld"]
        ),
    ]
    rules = "".join(f"<p>{markup.traced(line, said['release'])}</p>" for line in lines)
    news = "".join(f"<li>{markup.traced(line, said['release'])}</li>" for line in said["changes"][t.code])
    heads = (t("How people are protected"), t("What has changed"))
    st.html(f"<h2>{escape(heads[0])}</h2>{rules}<h2>{escape(heads[1])}</h2><ul>{news}</ul>")


def tiles(t: Language) -> None:
    """The newest numbers, each with its period, who said it, and its sources one click away."""
    rows = records(data.query("headlines"))
    drawn = (_tile(t, list(members)) for _, members in groupby(rows, lambda row: row.headline))
    st.html(f"<div class='tiles'>{''.join(drawn)}</div>")


def _tile(t: Language, rows: list[Any]) -> str:
    first, *others = rows
    claims = " ".join(first.claims)
    beside = "".join(f"<p>{markup.traced(_candidates(t, row), ' '.join(row.claims))}</p>" for row in others)
    when = " · ".join(
        filter(
            None, (t.place(first.origin), phrases.period(t, first), first.said_by and word(t, "said_by", first.said_by))
        )
    )
    differs = f"<p class='differ'>{escape(t('sources differ'))}</p>" if differ(first) else ""
    listed = markup.sources(t, dict.fromkeys(source for row in rows for source in row.sources))
    return (
        f"<section class='tile'><p class='big'>{markup.traced(headline(t, first), claims)}</p>{beside}{differs}"
        f"<h2>{escape(t(MEASURES[first.measure].title))}</h2><p class='small'>{markup.traced(when, claims)}</p>"
        f"<details><summary>{escape(t('Sources'))}</summary>{_values(t, first)}{listed}</details></section>"
    )


def _candidates(t: Language, row: Any) -> str:
    number = headline(t, row)
    return t.plural("of {number} candidate", "of {number} candidates", row.values[0], number=number)


def differ(row: Any) -> bool:
    """Whether the statements on one thing give different numbers or qualifiers."""
    return len(set(zip(row.values, row.qualifiers, strict=True))) > 1


def headline(t: Language, row: Any) -> str:
    """9; 8–9 where exact statements differ; qualified ones side by side, never as a range."""
    if row.low is not None:
        return t.number(row.low) if row.low == row.high else f"{t.number(row.low)}–{t.number(row.high)}"
    said = (t.qualified(value, qualifier) for value, qualifier in zip(row.values, row.qualifiers, strict=True))
    return " / ".join(dict.fromkeys(said))


def _values(t: Language, row: Any) -> str:
    """Where sources differ: each number beside the id of its statement, in the written order."""
    if not differ(row):
        return ""
    said = zip(row.values, row.qualifiers, row.statements, strict=True)
    items = "".join(
        f"<li>{markup.traced(f'{t.qualified(value, how)} ({claim})', claim)}</li>" for value, how, claim in said
    )
    return f"<ul>{items}</ul>"
