"""A figure ordered and its view in; the ways to take it along out: files, citations, lines for other sites."""

from __future__ import annotations

from datetime import date
from html import escape

from dashboard import captions, exports, press
from dashboard.catalog import WORDS
from dashboard.i18n import Language
from dashboard.markup import traced
from dashboard.press import embed
from dashboard.press.sizes import Size, measures
from dashboard.server.address import link
from dashboard.server.sections import section
from dashboard.view import View


def files(shown: View, wanted: press.Order) -> str:
    """The picture in every size and format, the rows, and all of it at once."""
    t = shown.t
    rows = "".join(_sizes(t, wanted, size) for size in press.SIZES.values())
    head = "".join(f'<th scope="col">{said}</th>' for said in (escape(t("Picture")), *map(_code, press.FORMS)))
    data = " · ".join(_file(wanted, form, form.upper(), lang=t.code) for form in exports.FORMS)
    title = escape(t("Pictures"))
    kit = t("Press kit: all pictures, words and data in three languages")
    return section(
        t("Download"),
        f"<p>{escape(t('The numbers drawn, with their sources'))}: {data}</p>"
        f"<p>{escape(kit)}: {_file(wanted, 'zip', 'ZIP')}</p>"
        f'<div class="scroll" tabindex="0" role="region" aria-label="{title}"><table class="files">'
        f"<caption>{title}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>",
        "take",
    )


def _sizes(t: Language, wanted: press.Order, size: Size) -> str:
    said = f"{escape(t(WORDS['sizes'][size.code]))}, {traced(measures(t, size), 'catalog')}"
    cells = "".join(
        f"<td>{_file(wanted, form, form.upper(), lang=t.code, size=size.code)}</td>" for form in press.FORMS
    )
    return f'<tr><th scope="row">{said}</th>{cells}</tr>'


def _file(wanted: press.Order, form: str, said: str, **first: str) -> str:
    to = link(f"/figures/{wanted.name}.{form}", wanted.choices, **first)
    return f'<a href="{escape(to)}">{_code(said)}</a>'


def _code(name: str) -> str:
    """A name that is the same in every language."""
    return f'<span translate="no">{escape(name.upper())}</span>'


def citations(shown: View, wanted: press.Order, day: date) -> str:
    t = shown.t
    names = {"apa": "APA", "gost": t("GOST R 7.0.100"), "bib": "BibTeX", "ris": "RIS", "csl": "CSL-JSON"}
    cited = exports.citations(captions.cited(shown, wanted.page, day))
    items = "".join(
        f'<h3 translate="no">{traced(names[form], "catalog")}</h3>'
        f'<pre class="all" data-trace="{shown.chart.code}" translate="no">{escape(text)}</pre>'
        for form, text in cited.items()
    )
    return f'<details class="take"><summary>{escape(t("How to cite"))}</summary>{items}</details>\n'


def embedding(shown: View, wanted: press.Order) -> str:
    """The address, and lines of HTML that show the figure, or its picture, on another site."""
    t = shown.t
    lines = {
        t("Address"): wanted.page,
        t("The figure in a frame"): embed.frame(shown, wanted),
        t("The picture alone"): embed.picture(shown, wanted),
    }
    items = "".join(
        f'<h3>{escape(title)}</h3><pre class="all" data-trace="{shown.chart.code}" translate="no">{escape(line)}</pre>'
        for title, line in lines.items()
    )
    return f'<details class="take"><summary>{escape(t("Link and embed"))}</summary>{items}</details>\n'
