"""A figure and the reader's choices in, the figure with all that surrounds it out: `card(figures.x, year=...)`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import data, exports
from dashboard.card import markup
from dashboard.catalog import CHARTS, MEASURES, Chart
from dashboard.controls import address, language
from dashboard.figures import findings
from dashboard.i18n import Language

if TYPE_CHECKING:
    import pandas as pd

Figure = Callable[["pd.DataFrame", Language], Any]

# No toolbar: its words are English in every language, and the numbers stand beside the marks.
PLOTLY = {"displayModeBar": False, "staticPlot": True}


def card(figure: Figure, **choices: Any) -> None:
    """Title, figure, explanation, sources, table, definition and downloads of one chart of the catalog."""
    chart = CHARTS[figure.__name__]
    with st.container(border=True, key=f"card_{chart.code}"):
        _card(figure, chart, choices)


@st.fragment
def _card(figure: Figure, chart: Chart, choices: dict[str, Any]) -> None:
    t = language()
    df = rows(chart.code, t, choices)
    title = heading(t, chart, df, choices)
    st.html(
        f"<h2>{markup.traced(t(chart.title), chart.code)}</h2><p class='subject'>{_subject(t, chart, df, choices)}</p>"
    )
    _draw(figure(df, t), findings.alt(t, title, t(chart.caveat), df), chart, df, t)
    st.html(_foot(t, chart, df))
    _table(t, chart, title, df)
    _about(t, chart, title, df, choices)


def rows(name: str, t: Language, choices: dict[str, Any]) -> pd.DataFrame:
    """The rows of a chart: only the parameters that its query has are asked for, so that caches are shared."""
    values = choices | {"lang": t.code}
    return data.query(name, **{key: value for key, value in values.items() if key in data.parameters(name)})


def heading(t: Language, chart: Chart, df: pd.DataFrame, choices: dict[str, Any]) -> str:
    """What is counted, where and when, in one line."""
    return f"{t(chart.title)}: {t(chart.subject)}, {_when(t, df, choices)}"


def _subject(t: Language, chart: Chart, df: pd.DataFrame, choices: dict[str, Any]) -> str:
    return markup.traced(f"{t(chart.subject)} · {_when(t, df, choices)}", chart.code)


def _when(t: Language, df: pd.DataFrame, choices: dict[str, Any]) -> str:
    if choices.get("year"):
        return str(choices["year"])
    years = [day.year for column in ("period_from", "period_to") for day in df[column] if day]
    if not years:
        return t("no dated figure")
    return str(min(years)) if min(years) == max(years) else f"{min(years)}–{max(years)}"


def _draw(drawn: Any, alt: str, chart: Chart, df: pd.DataFrame, t: Language) -> None:
    if df.empty:
        st.html(f"<p class='nothing'>{escape(t('No figure was published for this choice.'))}</p>")
    elif chart.code.endswith("_map"):
        st.pydeck_chart(drawn, height=420, key=chart.code, alt=alt)
        st.html(_map_notes(t, df))
    else:
        st.plotly_chart(drawn, key=chart.code, theme=None, config=PLOTLY, alt=alt)


def _map_notes(t: Language, df: pd.DataFrame) -> str:
    """Each statement behind the map in words, then the disclaimer and the credit of the borders."""
    items = "".join(f"<li>{markup.sentence(*remark)}</li>" for remark in findings.map_remarks(t, df))
    return f"<ul class='remarks'>{items}</ul><p class='small'>{escape(findings.disclaimer(t))}</p>"


def _foot(t: Language, chart: Chart, df: pd.DataFrame) -> str:
    """The formulas used, the caveat, and the sources."""
    said = "".join(f"<p class='formula'>◇ {markup.sentence(*each)}</p>" for each in findings.explanations(t, df))
    caveat = f"<p class='caveat'>{markup.traced(t(chart.caveat), chart.code)}</p>"
    listed = markup.sources(t, markup.all_sources(df))
    if not listed:
        return said + caveat
    return f"{said}{caveat}<details class='listed'><summary>{escape(t('Sources'))}</summary>{listed}</details>"


def _table(t: Language, chart: Chart, title: str, df: pd.DataFrame) -> None:
    shut = st.expander(t("The same numbers as a table"), key=f"table_{chart.code}", on_change="rerun")
    if shut.open:
        shut.html(markup.table(t, title, df))


def _about(t: Language, chart: Chart, title: str, df: pd.DataFrame, choices: dict[str, Any]) -> None:
    shut = st.expander(t("About and download"), key=f"about_{chart.code}", on_change="rerun")
    if not shut.open:
        return
    with shut:
        used = dict.fromkeys(df["measure"]) if "measure" in df else ["placements"]
        items = "".join(
            f"<dt>{markup.traced(t(MEASURES[m].title), m)}</dt><dd>{markup.traced(t(MEASURES[m].definition), m)}</dd>"
            for m in used
        )
        st.html(f"<dl>{items}</dl>")
        _downloads(t, chart, title, df, choices)
        st.html(f"<p class='subject'>{escape(t('The query that chose these rows'))}</p>")
        st.html(f"<pre data-trace='{chart.code}' tabindex='0'><code>{escape(data.sql(chart.code))}</code></pre>")


def _downloads(t: Language, chart: Chart, title: str, df: pd.DataFrame, choices: dict[str, Any]) -> None:
    """Files are made when asked for; no `st` is touched there, since it happens on another thread."""
    place = address(t, **choices)
    document = exports.Document(t, chart.code, title, t(chart.caveat), place, df)
    with st.container(horizontal=True):
        for form in exports.FORMS:
            st.download_button(
                t("Download {form}", form=form.upper()),
                partial(exports.write, document, form),
                file_name=f"{chart.code}-{t.code}.{form}",
                mime=exports.FORMS[form],
                key=f"{chart.code}_{form}",
                on_click="ignore",
            )
