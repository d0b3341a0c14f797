"""An answer in; the same answer out, with the headers that keep a reader safe and private."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
OUR_HASHED_FILE = re.compile(r"/app/static/.+\.[0-9a-f]{8}\.\w+")
FOR_EVER = "public, max-age=31536000, immutable"


class Headers:
    """Add the safety headers to every answer, and a year in the cache to our own hashed files."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(SAFE)
                if message["status"] == 200 and OUR_HASHED_FILE.fullmatch(scope["path"]):
                    headers["Cache-Control"] = FOR_EVER
            await send(message)

        await self.app(scope, receive, send_with_headers)
