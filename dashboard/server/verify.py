"""A picture that somebody sends back in; whether it is ours, whole and still true out, as a page or as JSON."""

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from dashboard import data, press
from dashboard.i18n import Language
from dashboard.press.verify import Draw, Verdict, verify
from dashboard.server import verdict
from dashboard.server.answers import answer, language
from dashboard.server.site import origin
from dashboard.server.upload import RETRY, Places, Refused, too_many, uploaded

POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
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
    page = answer(request, _page(t, verdict.body(t)).encode(), "text/html")
    page.headers.update({"Content-Security-Policy": POLICY, "Content-Language": t.code})
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
    headers = ALONE | {"Content-Language": t.code} | ({"Retry-After": str(RETRY)} if status == 503 else {})
    accept = request.headers.get("accept", "")
    if "application/json" in accept and "text/html" not in accept:
        told = verdict.told(t, found, origin(request.scope)) if found else {"problem": problem}
        return JSONResponse(told, status, headers)
    page = _page(t, verdict.body(t, found, problem))
    return HTMLResponse(page, status, headers | {"Content-Security-Policy": POLICY})


def _page(t: Language, body: str) -> str:
    title = f"{t('Check a picture')} · {t('Volunteers of Kazakhstan')}"
    return (
        f'<!DOCTYPE html><html lang="{t.code}"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"></head><body>{body}</body></html>'
    )
