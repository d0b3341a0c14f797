"""Streamlit's empty page and a request in; the same page in the language of the reader out."""

import base64
import hashlib
import re
from collections.abc import Callable
from html import escape
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import i18n
from dashboard.server import links, words
from dashboard.server.compression import ENCODERS, encoding

Title = Callable[[str, str], str]

# All three at once: without scripts there is no switch.
NO_SCRIPT = (
    '<p lang="kk">Бұл бетті көру үшін браузерде JavaScript қосулы болуы керек.</p>'
    '<p lang="ru">Чтобы увидеть эту страницу, включите в браузере JavaScript.</p>'
    '<p lang="en">To see this page, switch on JavaScript in the browser.</p>'
)

# Without the first two the browser guesses from the address, and asks under each deep link for a
# server of its own. Without the others it loads a font of Streamlit's before it hears of ours.
START = """<script>
      window.__streamlit = {
        BACKEND_BASE_URL: location.origin,
        MAIN_PAGE_BASE_URL: location.origin,
        LIGHT_THEME: { bodyFont: "system-ui" },
        DARK_THEME: { bodyFont: "system-ui" },
      }
    </script>"""

# Pattern, what comes in its place, how often (0: wherever it stands).
CHANGES = (
    (r'<html lang="en">', '<html lang="{lang}">', 1),
    (r"<title>.*?</title>", "<title>{title}</title>\n    " + START, 1),
    (r"<noscript>.*?</noscript>", f"<noscript>{NO_SCRIPT}</noscript>", 1),
    # A font that our theme does not use.
    (r'<link\s+rel="preload"[^>]*as="font"[^>]*>', "", 1),
    # An interface that is switched off.
    (r'<!--[^>]*agent API.*?-->\s*<link rel="service-desc"[^>]*>', "", 1),
    # Two levels down, relative addresses lead nowhere.
    (r'"\./', '"/', 0),
)


class Index:
    """Answer in place of Streamlit wherever Streamlit would send its index.html."""

    def __init__(self, app: ASGIApp, html: str, title: Title, pages: frozenset[str]) -> None:
        self.app = app
        self.template = template(html)
        self.policy = policy(self.template)
        self.title = title
        self.pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        replaced = False

        async def send_page(message: Message) -> None:
            nonlocal replaced
            if is_index(scope, message):
                replaced = True
                answer = self.page(scope) if scope["path"] in self.pages else elsewhere(scope)
                await answer(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app(scope, receive, send_page)

    def page(self, scope: Scope) -> Response:
        lang = language(scope)
        title = escape(self.title(scope["path"], lang))
        page = self.template.replace("{lang}", lang).replace("{title}", title).encode()
        headers = {
            "Cache-Control": "no-cache",
            "Content-Language": lang,
            "Content-Security-Policy": self.policy,
            "Vary": "Accept-Language, Accept-Encoding",
        }
        if code := encoding(scope):
            headers["Content-Encoding"] = code
            page = ENCODERS[code](page)
        return Response(page, media_type="text/html", headers=headers)


def language(scope: Scope) -> str:
    """The language that the page itself will choose; one given twice says nothing."""
    asked = [value for name, value in query(scope) if name == "lang"]
    return i18n.choose(asked[0] if len(asked) == 1 else None, Headers(scope=scope).get("accept-language"))


def query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


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


def template(html: str) -> str:
    for old, new, times in CHANGES:
        html = re.sub(old, new, html, count=times, flags=re.DOTALL)
    return html.replace("</head>", f"{words.script()}\n    {links.SCRIPT}\n  </head>", 1)


def policy(page: str) -> str:
    """Forbid the browser to ask any other host, and to run any script in the page but those that we sent."""
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return "; ".join(
        (
            "default-src 'self'",
            # Tables and maps compile WebAssembly.
            "script-src 'self' 'wasm-unsafe-eval' " + " ".join(f"'sha256-{digest}'" for digest in hashes),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' data: blob:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
        )
    )
