"""A request in; the same request at the address where Streamlit listens, or a refusal, out."""

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

UNDER_A_PAGE = re.compile(r"/.+?(?=/_stcore/)")


class Gate:
    """Let Streamlit's own addresses work under a page, and its socket only for our own pages."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and not is_same_origin(scope):
            # Streamlit would ask an outside host for this machine's address to compare with.
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self.app(at_the_root(scope), receive, send)


def is_same_origin(scope: Scope) -> bool:
    """Tell whether the page that opens the socket came from this host, or no browser opens it."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def at_the_root(scope: Scope) -> Scope:
    """Move /abroad/_stcore/health to /_stcore/health: a browser that opens a deep link asks both.

    The socket moves with it, as a browser that got one answer there would go on there.
    """
    page = UNDER_A_PAGE.match(scope.get("path", ""))
    if page is None:
        return scope
    path = scope["path"][page.end() :]
    return {**scope, "path": path, "raw_path": path.encode()}
