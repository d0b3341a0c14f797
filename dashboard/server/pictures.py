"""The address of a figure as a file in; a picture, or the rows drawn, out."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import exports, press
from dashboard.server.answers import answer, language, reading, refuse, tag
from dashboard.server.kept import Kept, Made
from dashboard.server.refusals import wrong
from dashboard.server.site import origin

# Seconds after which a reader who found the line full may ask again.
LATER = "5"
# What was asked for lately, in memory: the disk would be asked on a thread, which takes longer than all the rest.
KEPT = Kept(64_000_000)
# Pages and press kits have addresses of their own.
FORMS = (*press.FORMS, *exports.FORMS, "html", "zip")


def routes() -> list[BaseRoute]:
    """Figures as pictures and as rows. After all other addresses of figures: it also refuses unknown formats."""
    return [reading("/figures/{name}.{form}", figure)]


async def figure(request: Request) -> Response:
    """A figure in one of its formats."""
    name, form = request.path_params["name"], request.path_params["form"]
    try:
        if form not in FORMS:
            raise press.Wrong("format", form, FORMS)
        return await (rows if form in exports.FORMS else picture)(request, name, form)
    except press.Wrong as error:
        return wrong(request, error)
    except (press.NoBrowser, press.Busy, press.Failed) as error:
        return not_now(request, error)


async def picture(request: Request, name: str, form: str) -> Response:
    """The figure as SVG, PNG or PDF, with title, source and licence inside."""
    wanted = press.order(name, form, request.url.query, language(request).code, origin(request.scope))

    async def make() -> Made:
        content = await press.picture(wanted, client(request))
        return Made(content, tag(wanted.address, content))

    made = await KEPT.get(f"{wanted.release} {wanted.address}", make)
    return answer(request, made.body, press.FORMS[form], file_name=wanted.file_name, etag=made.etag)


async def rows(request: Request, name: str, form: str) -> Response:
    """The rows of the figure, with all that a reader must know of them inside."""
    wanted = press.rows_asked(name, form, request.url.query, language(request).code, origin(request.scope))
    return answer(request, written(wanted), exports.FORMS[form], file_name=wanted.file_name)


@lru_cache(maxsize=512)
def written(wanted: press.Order) -> bytes:
    """The file of rows, made once for all readers."""
    what = press.shown(wanted)
    caveat = what.t(what.chart.caveat)
    document = exports.Document(what.t, wanted.name, what.title, caveat, wanted.page, what.df, what.release)
    return exports.write(document, wanted.form)


def client(request: Request) -> str:
    """Who asks, as far as can be told, so that nobody fills the line of drawings alone."""
    return request.client.host if request.client else ""


def not_now(request: Request, error: Exception) -> Response:
    """Why there is no picture at this moment, and what to do."""
    t = language(request)
    if isinstance(error, press.NoBrowser):
        said = t(
            "This server has no browser to draw pictures with: whoever runs it has to install Chromium. "
            "The numbers can be had as CSV, XLSX or JSON."
        )
    elif isinstance(error, press.Busy):
        said = t("Too many pictures are being drawn at this moment. Ask again in a few seconds.")
    else:
        said = t("The picture could not be drawn. Ask again in a few seconds.")
    response = refuse(request, 503, said)
    response.headers["Retry-After"] = LATER
    return response
