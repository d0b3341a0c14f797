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
from dashboard.markup import around
from dashboard.press.order import one_of, query_of
from dashboard.server import light, sections
from dashboard.server.address import Choices, in_each_language, link, single
from dashboard.server.answers import language, reading
from dashboard.server.chart import figure
from dashboard.server.head import tags
from dashboard.server.kept import Made
from dashboard.server.pictures import client
from dashboard.server.refusals import wrong
from dashboard.server.site import origin
from dashboard.server.twin import kept, sent, tag
from dashboard.server.years import codes, years

PATH = "/figures"


@dataclass(frozen=True)
class Asked:
    """All figures, or those of one page of the app with their charts; what is chosen, for those that know of it.

    `release` is that of the register, if the page is its.
    """

    t: Language
    page: Page | None
    chosen: Choices
    site: str
    release: str | None = None

    @property
    def choices(self) -> Choices:
        return (("page", self.page.code if self.page else None), *self.chosen)

    def of(self, chart: Chart, page: Page | None) -> tuple[tuple[str, str], ...]:
        """What is chosen of a figure that stands on a page."""
        kept = offered.kept(page, self.chosen)
        return tuple((name, str(code)) for name, code in kept if code is not None and name in chart.parameters)

    def after(self, name: str, code: str | None) -> str:
        """Where another choice leads while the others stay as they are."""
        chosen = dict(self.choices) | {name: code and offered.chosen(name, code)}
        return link(PATH, tuple(chosen.items()), lang=self.t.code)

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
    pages = offered.pages()
    page = pages.get(single(request.scope, "page") or "")
    known = offered.remembered(page)
    given = query_of(request.scope["query_string"].decode("latin-1"), {"lang", "page", *known})
    lang = one_of("lang", given.get("lang") or language(request).code, LANGUAGES)
    if "page" in given:
        one_of("page", given["page"], pages)
    release = data.register.current() if page and any(map(data.register.is_of, page.charts)) else None
    asked_for = {name: one_of(name, given.get(name, allowed[0]), allowed) for name, allowed in known.items()}
    chosen = tuple((name, offered.chosen(name, code)) for name, code in asked_for.items())
    return Asked(Language(lang), page, chosen, origin(request.scope), release)


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
    choices = it.of(chart, it.page)
    wanted = press.Order(chart.code, "svg", t.code, choices=choices, site=it.site, release=it.release)
    shown = await asyncio.to_thread(press.shown, wanted)
    drawn, fine = await figure(shown, wanted, client)
    to = link(f"{PATH}/{chart.code}.html", choices, lang=t.code)
    more = t("Table, sources, definitions, downloads and citation")
    return (
        f'<section class="cards"><h2><a href="{escape(to)}">{around.heading(shown)}</a></h2>'
        f"{around.subject(shown)}{drawn}{around.notes(shown)}{sections.source(shown)}"
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
    note = f"<p class='caveat'>{escape(t(it.page.note))}</p>" if it.page and it.page.note else ""
    body = f"<h1>{escape(title)}</h1><p class='subject'>{escape(said)}</p>{note}{_choices(it)}{charts or _all(it)}"
    return light.page(t, head=head, body=body, languages=languages, kept=it.chosen, site=it.site)


def _choices(it: Asked) -> str:
    """What figures of the page know; a word to the reader who asked for what is not there."""
    t = it.t
    if it.page and not it.page.charts:
        said = t("This page of the dashboard has no figures of its own. Here are all figures; all data is in files.")
        files = f'<a href="{escape(link("/data/", lang=t.code))}">{escape(t("All data"))}</a>'
        return f'<p class="notice" role="status">{escape(said)} {files}</p>'
    known = offered.of_page(it.page) if it.page else {}
    if it.page and "year" not in known and dict(it.chosen)["year"]:
        return f'<p class="notice" role="status">{escape(t("These figures cannot be chosen by year."))}</p>'
    return "".join(_choice(it, name, allowed) for name, allowed in known.items())


def _choice(it: Asked, name: str, known: tuple[str, ...]) -> str:
    code, address = dict(it.choices)[name], partial(it.after, name)
    said = None if code is None else str(code)
    if name == "year":
        return years(it.t, said, known[1:], address)
    return codes(it.t, name, said or known[0], known, address)


def _all(it: Asked) -> str:
    """Every figure under the pages of the app on which it stands."""
    return "".join(_group(it, page) for page in offered.pages().values() if page.charts)


def _group(it: Asked, page: Page) -> str:
    t = it.t
    to = link(PATH, (("page", page.code), *offered.kept(page, it.chosen)), lang=t.code)
    items = "".join(_item(it, EVERY_CHART[name], page) for name in page.charts)
    return (
        f"<section><h2>{escape(t(page.title))}</h2><p>{escape(t(page.description))} "
        f'<a href="{escape(to)}">{escape(t("All figures of this page with their charts"))}</a></p>{items}</section>'
    )


def _item(it: Asked, chart: Chart, page: Page) -> str:
    t, choices = it.t, it.of(chart, page)
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
