"""A picture that somebody sends back in; whether it is ours, whole and still true out, as a page or as JSON."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from dashboard import data, press
from dashboard.i18n import Language
from dashboard.press.verify import Draw, Verdict, verify
from dashboard.server import light, verdict
from dashboard.server.address import in_each_language
from dashboard.server.answers import answer, language
from dashboard.server.head import tags
from dashboard.server.site import origin
from dashboard.server.upload import RETRY, Places, Refused, too_many, uploaded

# An answer on the file of one reader is nobody else's.
ALONE = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex", "Vary": "Accept, Accept-Language"}
CHECKS = Places(2)


async def drawn(wanted: press.Order) -> bytes | None:
    """Our own picture to compare with; None where none can be drawn."""
    try:
        return await press.redrawn(wanted)
    except (press.NoBrowser, press.Failed, data.BrokenData):
        return None


def route(draw: Draw = drawn, code: Callable[[], str] = press.code) -> Route:
    """`draw` draws our own picture, `code` is the version of what draws."""

    async def endpoint(request: Request) -> Response:
        return form(request) if request.method != "POST" else await check(request, draw, code)

    return Route("/verify", endpoint, methods=["GET", "POST"])


def form(request: Request) -> Response:
    t = language(request)
    page = answer(request, _page(request, t, verdict.body(t)).encode(), "text/html")
    page.headers.update(light.headers(t))
    return page


async def check(request: Request, draw: Draw, code: Callable[[], str]) -> Response:
    t = language(request)
    try:
        content = await uploaded(request, t)
        with CHECKS.one(t):
            found = await verify(t, content, origin(request.scope), await run_in_threadpool(code), draw)
    except Refused as refused:
        return _answer(request, t, refused.status, problem=refused.sentence)
    except press.Busy:
        return _answer(request, t, 503, problem=too_many(t))
    return _answer(request, t, 200, found)


def _answer(request: Request, t: Language, status: int, found: Verdict | None = None, problem: str = "") -> Response:
    headers = ALONE | light.headers(t) | ({"Retry-After": str(RETRY)} if status == 503 else {})
    accept = request.headers.get("accept", "")
    if "application/json" in accept and "text/html" not in accept:
        told = verdict.told(t, found, origin(request.scope)) if found else {"problem": problem}
        return JSONResponse(told, status, headers)
    return HTMLResponse(_page(request, t, verdict.body(t, found, problem)), status, headers)


def _page(request: Request, t: Language, body: str) -> str:
    title, description = t("Check a picture"), verdict.how(t)
    there = {code: origin(request.scope) + path for code, path in in_each_language("/verify").items()}
    head = tags(t.code, f"{title} · {t('Volunteers of Kazakhstan')}", description, there, None)
    return light.page(t, head=head, body=body, languages=in_each_language("/verify"))
