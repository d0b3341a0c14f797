"""Streamlit's empty page and a request in; the same page in the language of the reader out."""

from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import urlencode

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import data
from dashboard.catalog import Page
from dashboard.server.address import Choices, choices, language, query
from dashboard.server.compression import ENCODERS, encoding
from dashboard.server.offer import offer, without_scripts
from dashboard.server.preview import by_path, preview
from dashboard.server.site import origin
from dashboard.server.template import filled, policy, template


class Index:
    """Answer in place of Streamlit wherever Streamlit would send its index.html."""

    def __init__(self, app: ASGIApp, html: str, ahead: str = "") -> None:
        self.app = app
        self.ahead = ahead
        self.template = template(html)
        self.policy = policy(self.template)
        # 8 pages, 3 languages, 9 choices of a year and some of the register, and compressed in one way or another.
        self.body = lru_cache(maxsize=512)(self.written)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        replaced = False

        async def send_page(message: Message) -> None:
            nonlocal replaced
            if is_index(scope, message):
                replaced = True
                page = by_path().get(scope["path"])
                answer = self.page(scope, page) if page else elsewhere(scope)
                await answer(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(scope, receive, send_page)

    def page(self, scope: Scope, page: Page) -> Response:
        lang, code = language(scope), encoding(scope)
        asked = choices(scope, page)
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": lang,
            "Content-Security-Policy": self.policy,
            "Vary": "Accept-Language, Accept-Encoding",
        }
        if code:
            headers["Content-Encoding"] = code
        body = self.body(data.state(), page, lang, asked, origin(scope), code)
        return Response(body, media_type="text/html", headers=headers)

    def written(self, state: str, page: Page, lang: str, asked: Choices, site: str, code: str | None) -> bytes:
        """The page as it is sent while the releases are those of `state`."""
        html = filled(
            self.template,
            lang=lang,
            head=preview(page, lang, asked, site),
            ahead=self.ahead if page.charts else "",
            without_scripts=without_scripts(page, asked),
            offer=offer(page, lang, asked),
        )
        return ENCODERS[code](html.encode()) if code else html.encode()


def is_index(scope: Scope, message: Message) -> bool:
    """Whether this is the start of Streamlit's index.html, and not of a file or of a page of ours."""
    return (
        message["type"] == "http.response.start"
        and message["status"] == 200
        and isinstance(scope.get("endpoint"), StaticFiles)
        and Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
    )


def elsewhere(scope: Scope) -> Response:
    """Lead an unknown page to the start, which learns its name from ?page=; refuse an unknown file.

    Streamlit would show its start page too, but with a notice in English and an error in the console.
    """
    path = scope["path"]
    if PurePosixPath(path).suffix:
        return PlainTextResponse("Not Found", 404)
    told = urlencode([*query(scope), ("page", path.strip("/"))])
    return RedirectResponse(f"/?{told}", headers={"Cache-Control": "no-store"})
