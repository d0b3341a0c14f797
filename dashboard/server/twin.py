"""The address of a figure in; a page without scripts that shows all of it out, or its inside for a frame elsewhere."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import captions, data, press
from dashboard.catalog import EVERY_CHART
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.order import SWITCH, choices_of, known, one_of, query_of
from dashboard.server import figure_page, light
from dashboard.server.answers import answer, language, reading
from dashboard.server.chart import figure
from dashboard.server.kept import Kept, Made
from dashboard.server.pictures import client
from dashboard.server.refusals import wrong
from dashboard.server.site import origin

KEPT = Kept(limit=48_000_000)


class Name(Convertor[str]):
    """A part of a path that is no file: without a dot."""

    regex = "[^/.]+"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("name", Name())


@dataclass(frozen=True)
class Asked:
    """A page of a figure: the chart in it, and whether it stands in a frame on another site."""

    wanted: press.Order
    embedded: bool

    @property
    def address(self) -> str:
        return f"{self.wanted.page}&embed=1" if self.embedded else self.wanted.page


def routes() -> list[BaseRoute]:
    return [reading("/figures/{name:name}.html", twin), reading("/figures/{name:name}", twin)]


async def twin(request: Request) -> Response:
    try:
        it = asked(request)
    except press.Wrong as error:
        return wrong(request, error)
    made = await kept(f"{it.wanted.release} {it.address}", partial(written, it, client(request)))
    return sent(request, made, Language(it.wanted.lang), it.embedded)


async def kept(address: str, make: Callable[[], Awaitable[Made]]) -> Made:
    """The page at this address as the releases have it today."""
    return await KEPT.get(f"{data.state()} {captions.today()} {address}", make)


def asked(request: Request) -> Asked:
    """What the address asks for; Wrong if there is no such thing."""
    name, query = request.path_params["name"], request.scope["query_string"].decode("latin-1")
    release = known(name)
    given = query_of(query, {"lang", "embed", *EVERY_CHART[name].parameters})
    lang = one_of("lang", given.get("lang") or language(request).code, LANGUAGES)
    embedded = SWITCH[one_of("embed", given.get("embed", "0"), SWITCH)]
    choices = choices_of(name, given, release)
    return Asked(press.Order(name, "svg", lang, choices=choices, site=origin(request.scope), release=release), embedded)


def sent(request: Request, made: Made, t: Language, framed: bool = False) -> Response:
    """The page with its headers; nobody keeps one that had to do without a chart."""
    response = answer(request, made.body, "text/html", etag=made.etag)
    response.headers.update(light.headers(t, framed))
    if made.etag is None:
        response.headers["Cache-Control"] = "no-store"
    return response


async def written(it: Asked, client: str) -> Made:
    shown = await asyncio.to_thread(press.shown, it.wanted)
    drawn, fine = await figure(shown, it.wanted, client)
    page = figure_page.inside if it.embedded else figure_page.whole
    html = await asyncio.to_thread(page, shown, it.wanted, drawn)
    return Made(html.encode(), await tag(it.address) if fine else None)


async def tag(address: str) -> str:
    """What names a page: the release, and hashed all releases, what draws it, its address, and the day it names."""
    code = await asyncio.to_thread(press.code)
    digest = hashlib.sha256(f"{data.state()} {code} {captions.today()} {address}".encode()).hexdigest()
    return f"{data.release()['release']}-{digest[:16]}"
