"""A program's request in; the list of figures out as JSON: name, words, parameters, formats, addresses."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import data, exports, offered, press
from dashboard.catalog import Chart
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.order import SWITCH, one_of, query_of
from dashboard.server.address import link
from dashboard.server.answers import answer, language, reading
from dashboard.server.refusals import FORMATS, wrong
from dashboard.server.site import origin


def routes() -> list[BaseRoute]:
    return [reading("/figures.json", figures)]


def figures(request: Request) -> Response:
    try:
        given = query_of(request.scope["query_string"].decode("latin-1"), {"lang"})
        lang = one_of("lang", given.get("lang") or language(request).code, LANGUAGES)
    except press.Wrong as error:
        return wrong(request, error)
    response = answer(request, listed(lang, origin(request.scope), data.state()), "application/json")
    response.headers["Content-Language"] = lang
    return response


@lru_cache(maxsize=16)
def listed(lang: str, site: str, state: str) -> bytes:
    """The list while the releases are those of `state`."""
    t, release = Language(lang), data.release()
    content = {
        "title": t("Figures"),
        "language": lang,
        "release": release["release"],
        "as_of": release["as_of"],
        "licence": exports.licence(t),
        "figures": [figure(t, chart, site) for chart in offered.charts().values()],
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def figure(t: Language, chart: Chart, site: str) -> dict[str, Any]:
    """What may stand in the address of a figure, and where it is without any choice."""
    path = f"{site}/figures/{chart.code}"
    return {
        "name": chart.code,
        "title": t(chart.title),
        "subject": t(chart.subject),
        "note": t(chart.caveat),
        "pages": [page.code for page in offered.pages().values() if chart.code in page.charts],
        "parameters": {name: [*offered.codes(chart.code, name)] for name in chart.parameters},
        "formats": {form: _format(t, path, form) for form in FORMATS},
    }


def _format(t: Language, path: str, form: str) -> dict[str, Any]:
    if form == "zip":
        return {"address": f"{path}.zip", "parameters": {}}
    return {"address": link(f"{path}.{form}", lang=t.code), "parameters": {"lang": [*LANGUAGES]} | _look(form)}


def _look(form: str) -> dict[str, list[str]]:
    if form == "html":
        return {"embed": [*SWITCH]}
    if form in press.FORMS:
        return {"size": [*press.SIZES], "theme": [*press.THEMES], "transparent": [*SWITCH]}
    return {}
