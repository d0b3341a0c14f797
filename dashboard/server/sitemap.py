"""A crawler's request in; robots.txt and sitemap.xml out: every page of the app and every light page, by language."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from itertools import product

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import data, offered
from dashboard.catalog import Chart
from dashboard.i18n import LANGUAGES
from dashboard.server.address import Choices, in_each_language
from dashboard.server.answers import answer, reading
from dashboard.server.site import origin

URLSET = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def routes() -> list[BaseRoute]:
    return [reading("/robots.txt", robots), reading("/sitemap.xml", sitemap)]


def robots(request: Request) -> Response:
    site = origin(request.scope)
    listed = f"Sitemap: {site}/sitemap.xml\n" if site else ""
    return answer(request, f"User-agent: *\nAllow: /\n{listed}".encode(), "text/plain")


def sitemap(request: Request) -> Response:
    return answer(request, written(origin(request.scope), data.state()), "application/xml")


@lru_cache(maxsize=16)
def written(site: str, state: str) -> bytes:
    """The sitemap of one address of the site, while the releases are those of `state`."""
    changed = str(data.release()["as_of"])
    lastmod = f"<lastmod>{changed}</lastmod>" if DAY.fullmatch(changed) else ""
    entries = (entry for path, choices in pages() for entry in in_languages(site, path, choices, lastmod))
    return (URLSET + "".join(entries) + "</urlset>\n").encode()


def pages() -> Iterator[tuple[str, Choices]]:
    """Path and choices of every page; a light page stands there once for each choice that its figure knows."""
    yield from ((page.path, ()) for page in offered.pages().values())
    yield "/figures", ()
    yield from (
        (f"/figures/{chart.code}.html", choices) for chart in offered.charts().values() for choices in every(chart)
    )


def every(chart: Chart) -> Iterator[Choices]:
    """Nothing chosen, and each code of each parameter."""
    codes = ((name, offered.codes(chart.code, name)) for name in chart.parameters)
    return product(*([(name, offered.chosen(name, code)) for code in allowed] for name, allowed in codes))


def in_languages(site: str, path: str, choices: Choices, lastmod: str) -> Iterator[str]:
    """An entry for each language, which names the others."""
    addresses = {code: escape(site + to) for code, to in in_each_language(path, choices).items()}
    others = "".join(f'<xhtml:link rel="alternate" hreflang="{code}" href="{to}"/>' for code, to in addresses.items())
    for lang in LANGUAGES:
        yield f"<url><loc>{addresses[lang]}</loc>{lastmod}{others}</url>\n"
