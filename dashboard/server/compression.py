"""A request for one of Streamlit's own scripts in; the same file out, compressed once for all."""

import asyncio
import gzip
from pathlib import PurePosixPath

import pyarrow
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COMPRESSIBLE = {".js", ".css", ".json", ".svg", ".ttf", ".wasm"}


def brotli(body: bytes) -> bytes:
    """Compress to five sixths of what gzip leaves; higher levels take twice as long for a few hundredths."""
    return bytes(pyarrow.Codec("brotli", compression_level=6).compress(body, asbytes=True))


def gzipped(body: bytes) -> bytes:
    return gzip.compress(body, 9, mtime=0)


# The better first. Browsers ask for brotli over HTTPS and on their own machine only.
ENCODERS = {"br": brotli, "gzip": gzipped}


def encoding(scope: Scope) -> str | None:
    """Return the best encoding that the browser takes; None if it takes none or wants a part."""
    headers = Headers(scope=scope)
    wanted = {part.partition(";")[0].strip() for part in headers.get("accept-encoding", "").split(",")}
    return None if "range" in headers else next((code for code in ENCODERS if code in wanted), None)


class KeptFiles:
    """Keep the compressed form of files that never change, so that nobody compresses them twice.

    Only what Streamlit marks immutable is kept, and such a file has its hash in its name: the
    memory holds each of them once an encoding (12 MB if readers were to ask for every one).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.kept: dict[tuple[str, str], Response] = {}
        self.compressing = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file = await self.file(scope) if is_static(scope) else None
        await (file or self.app)(scope, receive, send)

    async def file(self, scope: Scope) -> Response | None:
        if (code := encoding(scope)) is None:
            return None
        key = scope["path"], code
        if key not in self.kept:
            # One at a time: fifty first readers wait for one compression instead of doing fifty.
            async with self.compressing:
                if key not in self.kept and (file := await self.compressed(scope, code)):
                    self.kept[key] = file
        return self.kept.get(key)

    async def compressed(self, scope: Scope, code: str) -> Response | None:
        """Ask Streamlit for the plain file; None if that is not a file to keep for ever."""
        start, body = await answer(self.app, scope)
        headers = Headers(raw=start["headers"])
        cache = headers.get("cache-control", "")
        if start["status"] != 200 or "immutable" not in cache:
            return None
        return Response(
            await run_in_threadpool(ENCODERS[code], body),
            media_type=headers["content-type"],
            headers={"Cache-Control": cache, "Content-Encoding": code, "Vary": "Accept-Encoding"},
        )


def is_static(scope: Scope) -> bool:
    return (
        scope["type"] == "http"
        and scope["method"] == "GET"
        and scope["path"].startswith("/static/")
        and PurePosixPath(scope["path"]).suffix in COMPRESSIBLE
    )


async def answer(app: ASGIApp, scope: Scope) -> tuple[Message, bytes]:
    """Return the start and the whole body of the answer to a bare GET of the same path."""
    messages: list[Message] = []

    async def nobody_leaves() -> Message:
        never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        return await never

    async def keep(message: Message) -> None:
        messages.append(message)

    await app({**scope, "headers": []}, nobody_leaves, keep)
    return messages[0], b"".join(message.get("body", b"") for message in messages[1:])
