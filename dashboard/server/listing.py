"""A page of the app, or none, in; its figures, or the list of all, out as a page without scripts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from html import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import data, exports, markup, offered, press
from dashboard.catalog import EVERY_CHART, Chart, Page
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.order import one_of, query_of
from dashboard.server import light
from dashboard.server.address import Choices, in_each_language, link
from dashboard.server.answers import language, reading
from dashboard.server.chart import chart_or_excuse
from dashboard.server.figure_page import nothing
from dashboard.server.head import tags
from dashboard.server.kept import Made
from dashboard.server.pictures import client
from dashboard.server.refusals import wrong
from dashboard.server.site import origin
from dashboard.server.twin import kept, sent, tag
from dashboard.server.years import years

PATH = "/figures"


@dataclass(frozen=True)
class Asked:
    """All figures, or those of one page of the app with their charts; a year for those that know years.

    `release` is that of the register, if the page is its.
    """

    t: Language
    page: Page | None
    year: str | None
    site: str
    release: str | None = None

    @property
    def choices(self) -> Choices:
        return (("page", self.page.code if self.page else None), ("year", self.year))

    def in_year(self, year: str | None) -> str:
        return link(PATH, (self.choices[0], ("year", year)), lang=self.t.code)

    def knows_years(self) -> bool:
        return bool(self.page and any("year" in EVERY_CHART[name].parameters for name in self.page.charts))

    @property
    def address(self) -> str:
        return self.site + link(PATH, self.choices, lang=self.t.code)


def routes() -> list[BaseRoute]:
    return [reading(PATH, figures), reading(f"{PATH}/", figures)]


async def figures(request: Request) -> Response:
    try:
        it = asked(request)
    except press.Wrong as error:
        return wrong(request, error)
    made = await kept(f"{it.release} {it.address}", partial(written, it, client(request)))
    return sent(request, made, it.t)


def asked(request: Request) -> Asked:
    given = query_of(request.scope["query_string"].decode("latin-1"), {"lang", "page", "year"})
    lang = one_of("lang", given.get("lang") or language(request).code, LANGUAGES)
    pages = offered.pages()
    page = pages[one_of("page", given["page"], pages)] if "page" in given else None
    release = data.register.current() if page and any(map(data.register.is_of, page.charts)) else None
    year = one_of("year", given.get("year", offered.ALL), (offered.ALL, *offered.years(release)))
    return Asked(Language(lang), page, offered.chosen("year", year), origin(request.scope), release)


async def written(it: Asked, client: str) -> Made:
    fine, body = True, ""
    if it.page and it.page.charts:
        drawn = [await _drawn(it, EVERY_CHART[name], client) for name in it.page.charts]
        body, fine = "".join(html for html, _ in drawn), all(whole for _, whole in drawn)
    html = await asyncio.to_thread(_page, it, body)
    return Made(html.encode(), await tag(it.address) if fine else None)


async def _drawn(it: Asked, chart: Chart, client: str) -> tuple[str, bool]:
    """One figure of a page of the app, and whether its chart is there."""
    t = it.t
    choices = (("year", it.year),) if it.year and "year" in chart.parameters else ()
    wanted = press.Order(chart.code, "svg", t.code, choices=choices, site=it.site, release=it.release)
    shown = await asyncio.to_thread(press.shown, wanted)
    drawn, fine = (nothing(shown), True) if shown.df.empty else await chart_or_excuse(wanted, client)
    to = link(f"{PATH}/{chart.code}.html", choices, lang=t.code)
    more = t("Table, sources, definitions, downloads and citation")
    return (
        f'<section class="cards"><h2><a href="{escape(to)}">{markup.traced(shown.heading, chart.code)}</a></h2>'
        f"<p class='subject'>{markup.traced(shown.subject, chart.code)}</p>{drawn}{shown.notes}"
        f'<p><a href="{escape(to)}">{escape(more)}</a></p></section>',
        fine,
    )


def _page(it: Asked, charts: str) -> str:
    t = it.t
    title = t(it.page.title) if it.page else t("Figures")
    said = t(it.page.description) if it.page else t("Every figure as a page without scripts, as a picture and as data.")
    languages = in_each_language(PATH, it.choices)
    addresses = {code: it.site + to for code, to in languages.items()}
    head = tags(t.code, f"{title} · {t('Volunteers of Kazakhstan')}", said, addresses, None)
    body = f"<h1>{escape(title)}</h1><p class='subject'>{escape(said)}</p>{_choice(it)}{charts or _all(it)}"
    return light.page(t, head=head, body=body, languages=languages, kept=(("year", it.year),), site=it.site)


def _choice(it: Asked) -> str:
    """The years, for figures that know them; a word to the reader who asked for what is not there."""
    t = it.t
    if it.page and not it.page.charts:
        said = t("This page of the dashboard has no figures of its own. Here are all figures; all data is in files.")
        files = f'<a href="{escape(link("/data/", lang=t.code))}">{escape(t("All data"))}</a>'
        return f'<p class="notice" role="status">{escape(said)} {files}</p>'
    if it.knows_years():
        return years(t, it.year, offered.years(it.release), it.in_year)
    if it.page and it.year:
        return f'<p class="notice" role="status">{escape(t("These figures cannot be chosen by year."))}</p>'
    return ""


def _all(it: Asked) -> str:
    """Every figure under the pages of the app on which it stands."""
    return "".join(_group(it, page) for page in offered.pages().values() if page.charts)


def _group(it: Asked, page: Page) -> str:
    t = it.t
    to = link(PATH, (("page", page.code), ("year", it.year)), lang=t.code)
    items = "".join(_item(it, EVERY_CHART[name]) for name in page.charts)
    return (
        f"<section><h2>{escape(t(page.title))}</h2><p>{escape(t(page.description))} "
        f'<a href="{escape(to)}">{escape(t("All figures of this page with their charts"))}</a></p>{items}</section>'
    )


def _item(it: Asked, chart: Chart) -> str:
    t = it.t
    choices = (("year", it.year),) if "year" in chart.parameters else ()
    to = link(f"{PATH}/{chart.code}.html", choices, lang=t.code)
    forms = " · ".join(
        f'<a href="{escape(link(f"{PATH}/{chart.code}.{form}", choices, lang=t.code))}" translate="no"'
        f' aria-label="{form.upper()}: {escape(t(chart.title))}">{form.upper()}</a>'
        for form in (*press.FORMS, *exports.FORMS)
    )
    return (
        f'<h3><a href="{escape(to)}">{markup.traced(t(chart.title), chart.code)}</a></h3>'
        f"<p class='subject'>{markup.traced(t(chart.subject), chart.code)}</p><p class='files small'>{forms}</p>"
    )
