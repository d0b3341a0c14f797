"""A view in; the parts of its page that stand under the chart out: table, disagreement, definitions, sources, words."""

from __future__ import annotations

from html import escape
from typing import Any

from dashboard import captions, markup, offered
from dashboard.catalog import MEASURES, PAGES, RULES, STATUSES
from dashboard.figures import phrases
from dashboard.figures.records import records
from dashboard.i18n import Language
from dashboard.markup import around, tables
from dashboard.server.address import Choices, link
from dashboard.view import View

# Named before the number of a row that disagrees with others.
ABOUT = ("measure", "origin", "host", "hosts", "world_region", "region", "event", "said_by")


def section(title: str, body: str, kind: str = "") -> str:
    """A part of the page under a heading of its own; nothing if there is nothing to say."""
    named = f' class="{kind}"' if kind else ""
    return f"<section{named}><h2>{escape(title)}</h2>{body}</section>\n" if body else ""


def nothing(shown: View) -> str:
    """In place of a chart that would be empty."""
    return f"<p class='nothing'>{escape(shown.t('No figure was published for this choice.'))}</p>"


def figure(shown: View) -> str:
    """A figure that is a table, whose rows are named as addresses name them."""
    return "" if shown.df.empty else tables.grouped(_place(shown), shown.title, shown.drawn)


def table(shown: View) -> str:
    """The numbers of any other figure."""
    made = "" if shown.df.empty or shown.is_table else tables.flat(_place(shown), shown.title, shown.df)
    return section(shown.t("The same numbers as a table"), made)


def _place(shown: View) -> tables.Place:
    return tables.Place(shown.t, shown.chart.code, shown.release)


def reasons(shown: View) -> str:
    """How numbers were calculated."""
    return section(shown.t("Calculated by us"), around.reasons(shown))


def disagreement(shown: View, kept: Choices) -> str:
    """The rows on which sources differ, or that do not fit with others, each with its publishers."""
    t = shown.t
    items = "".join(_differs(t, row) for row in records(shown.df) if _in_doubt(row))
    if not items:
        return ""
    rule = RULES["disagreement"]
    all_of_them = link("/sources", offered.kept(PAGES["sources"], kept), lang=t.code, only="disagreements")
    return section(
        t("Where sources disagree"),
        f"<p>{escape(t(rule))}</p><ul class='plain'>{items}</ul>"
        f'<p><a href="{escape(all_of_them)}">{escape(t("All disagreements, side by side"))}</a></p>',
    )


def _in_doubt(row: Any) -> bool:
    return bool(row.value is not None and (getattr(row, "dispute", None) or getattr(row, "tension", None)))


def _differs(t: Language, row: Any) -> str:
    said = phrases.label(t, row, ABOUT)
    if not getattr(row, "dispute", None):
        said = f"{said} · {t('does not fit with others')}"
    publishers = ", ".join(markup.publisher(t, source) for source in markup.source_rows(row.sources))
    trace = " ".join(row.claims)
    number = f"<strong>{markup.traced(phrases.number(t, row), trace)}</strong>"
    return f"<li>{number}: {markup.traced(said, trace)} ({publishers})</li>"


def definitions(shown: View) -> str:
    """What is counted, what the signs in the table mean, and what the marks of the chart do."""
    t, df = shown.t, shown.df
    measures = [MEASURES[code] for code in dict.fromkeys(df.get("measure", ["placements"]))]
    states = [STATUSES[code] for code in dict.fromkeys(df["status"])]
    items = "".join(_defined(t(each.title), t(each.definition), each.code) for each in measures)
    items += "".join(_defined(f"{each.symbol} {t(each.title)}", t(each.definition), "catalog") for each in states)
    return section(t("What is counted"), f"<dl>{items}</dl><p>{escape(markup.marks(t))}</p>")


def _defined(term: str, definition: str, trace: str) -> str:
    return f"<dt>{markup.traced(term, trace)}</dt><dd>{markup.traced(definition, trace)}</dd>"


def note(shown: View) -> str:
    """What holds for every figure of the page on which this one stands; of several pages the last, which is its own."""
    pages = [page for page in offered.pages().values() if shown.chart.code in page.charts]
    said = shown.t(pages[-1].note) if pages else ""
    return f"<p class='caveat'>{escape(said)}</p>" if said else ""


def source(shown: View) -> str:
    """The sources in short, below the chart."""
    said = around.source(shown)
    return f"<p class='small'>{said}</p>" if said else ""


def sources(shown: View) -> str:
    return section(shown.t("Sources"), around.sources(shown))


def sentence(shown: View) -> str:
    """Ready for a text: one click selects it."""
    said = markup.traced(captions.sentence(shown), shown.chart.code)
    return section(shown.t("The numbers as sentences, ready for a text"), f'<p class="quote all">{said}</p>', "take")


def way_back(shown: View, kept: Choices) -> str:
    """Where the figure stands in the app, and the list of all figures."""
    t = shown.t
    links = [
        f'<a href="{escape(link(page.path, offered.kept(page, kept), lang=t.code))}">{escape(t(page.title))}</a>'
        for page in offered.pages().values()
        if shown.chart.code in page.charts
    ]
    return f'<p class="take">{escape(t("In the dashboard:"))} {", ".join(links)}</p>'
