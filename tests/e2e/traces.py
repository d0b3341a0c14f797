"""A page in; every number on it that no claim, source, formula or entry of the catalog stands behind out."""

import re

from playwright.sync_api import Page

from dashboard import catalog, data
from dashboard.i18n import Language

# Words with digits, each with the ids of the nearest element that names any. Dates stand in <time>.
SAID = """() => {
    const skipped = 'script, style, noscript, template, time, .stPlotlyChart';
    const traces = '[data-trace], [data-source]';
    const said = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const element = texts.currentNode.parentElement;
        if (!/\\d/.test(texts.currentNode.data) || element.closest(skipped)) continue;
        const traced = element.closest(traces);
        said.push([texts.currentNode.data.trim(), traced?.dataset.trace ?? traced?.dataset.source ?? '']);
    }
    return said;
}"""

# What is written on a chart lies in its data: points hold their ids in customdata, annotations in their name.
DRAWN = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((chart) => [
    ...chart.data.flatMap((trace) => (trace.text ?? []).map((text, i) => [text, trace.customdata?.[i] ?? ''])),
    ...(chart.layout.annotations ?? []).map((note) => [note.text, note.name ?? '']),
])"""
# A number on an axis is a scale and no claim: it must say the place at which it stands.
TICKS = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((chart) =>
    Object.keys(chart.layout).filter((key) => /^[xy]axis/.test(key)).flatMap((key) =>
        (chart.layout[key].ticktext ?? []).map((text, i) => [text, chart.layout[key].tickvals[i]])))"""

NUMBER = re.compile(r"\d[\d\s.,\N{NO-BREAK SPACE}]*")
YEAR = re.compile(r"(?:19|20)\d\d")


def known_ids() -> set[str]:
    """Everything that a number may be traced to: of the register, its release."""
    release = data.register.current()
    return {
        *data.query("claims")["claim"],
        *data.query("sources", release=release)["source"],
        *catalog.FORMULAS,
        *catalog.EVERY_CHART,
        *catalog.MEASURES,
        *("catalog", "licence", "rule", "address", data.release()["release"]),
        *([release] if release else []),
        *(code for code in data.query("disputes")["disagreement"]),
    }


def untraced(page: Page) -> list[str]:
    """Every text with a number, years excepted, that names no id or one that does not exist."""
    known = known_ids()
    return [
        f"{text} [{ids}]"
        for text, ids in (*page.evaluate(SAID), *page.evaluate(DRAWN))
        if has_number(text) and not (ids and set(ids.split()) <= known)
    ]


def wrong_ticks(page: Page) -> list[str]:
    """Every number on an axis that is not that of its place, as the language of the page writes it."""
    t = Language(page.evaluate("() => document.documentElement.lang"))
    return [f"{text} at {at}" for text, at in page.evaluate(TICKS) if text not in said_of(t, at)]


def said_of(t: Language, at: float | str) -> list[str]:
    """A place on a value axis, or the year in which a day lies."""
    return [at[:4]] if isinstance(at, str) else [t.number(at), t.percent(at)]


def has_number(text: str) -> bool:
    """Whether a text holds a number that is not a year."""
    plain = re.sub(r"<[^>]*>", "", text)
    return any(not YEAR.fullmatch(found.strip(" .,\N{NO-BREAK SPACE}\n")) for found in NUMBER.findall(plain))
