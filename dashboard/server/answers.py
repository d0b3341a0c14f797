"""A request and the whole body in; the answer out: compressed once, kept by caches, open to every other site."""

import hashlib
from collections.abc import Awaitable, Callable
from threading import Lock

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response
from starlette.types import Receive, Scope, Send

from dashboard import data
from dashboard.i18n import Language
from dashboard.server import address
from dashboard.server.compression import ENCODERS, encoding

READING = ("GET", "HEAD")
ALLOWED = "GET, HEAD, OPTIONS"
# Nothing here is a secret and nothing is asked with a cookie, so any page may read it and any site show it.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "Content-Disposition, ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
PREFLIGHT = {
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": ALLOWED,
    "Access-Control-Max-Age": "86400",
    "Allow": ALLOWED,
}
VARY = {"Vary": "Accept-Language, Accept-Encoding"}
# Compressed in themselves. Streamlit leaves the same ones alone, and compresses all others anew for each reader
# unless they come to it compressed.
DENSE = ("application/zip", "image/png")
# Bytes too few to be worth it.
SMALL = 500

Endpoint = Callable[[Request], Response | Awaitable[Response]]


class Reading:
    """Let everybody read what the endpoint answers, from every site, and refuse whatever is not reading."""

    def __init__(self, endpoint: Endpoint) -> None:
        self.read = request_response(endpoint)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        other = None if scope["method"] in READING else not_reading(Request(scope))
        await (other or self.read)(scope, receive, send)


def reading(path: str, endpoint: Endpoint) -> Route:
    """A route that takes GET and HEAD, tells other sites that they may ask (OPTIONS), and refuses all else (405).

    An endpoint that is no coroutine runs on a thread of its own, so it may work for a while.
    """
    return Route(path, Reading(endpoint))


def not_reading(request: Request) -> Response:
    if request.method == "OPTIONS":
        return Response(status_code=204, headers=OPEN | PREFLIGHT)
    t = language(request)
    response = refuse(request, 405, t("This address can only be read: use GET or HEAD."))
    response.headers["Allow"] = ALLOWED
    return response


def language(request: Request) -> Language:
    """The language in which to answer: of the address, else of the browser, else Kazakh."""
    return Language(address.language(request.scope))


def answer(
    request: Request,
    body: bytes,
    media_type: str,
    *,
    file_name: str | None = None,
    max_age: int = 300,
    etag: str | None = None,
) -> Response:
    """The body, or 304 if the reader has it; to HEAD the same headers without it.

    `etag` stands for the body: give one that is known to save hashing, else `tag` makes it. `file_name` is what
    a reader's machine calls the file, in ASCII. Further headers (a policy, the language) may be set on the answer.
    """
    etag = etag or tag(request.scope["path"], body)
    code = None if media_type in DENSE or len(body) < SMALL else encoding(request.scope)
    known = f'"{etag}-{code}"' if code else f'"{etag}"'
    headers = OPEN | VARY | {"Cache-Control": f"public, max-age={max_age}", "ETag": known}
    if has(request, known):
        return Response(status_code=304, headers=headers)
    if code:
        headers["Content-Encoding"] = code
        body = PACKED.body(etag, code, body)
    if file_name:
        headers["Content-Disposition"] = f'inline; filename="{file_name}"'
    return whole(request, Response(body, media_type=media_type, headers=headers))


def refuse(request: Request, status: int, sentence: str) -> Response:
    """One sentence, already in the language of the reader, in place of what was asked for."""
    headers = OPEN | VARY | {"Cache-Control": "no-store", "Content-Language": language(request).code}
    return whole(request, Response(f"{sentence}\n", status, headers, media_type="text/plain"))


def tag(path: str, body: bytes) -> str:
    """What names these bytes at this address in this release, whatever code wrote them."""
    digest = hashlib.sha256(path.encode() + b"\0" + body).hexdigest()
    return f"{data.release()['release']}-{digest[:16]}"


def has(request: Request, known: str) -> bool:
    """Whether the reader says that this very answer is there already."""
    theirs = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    return not theirs.isdisjoint({known, "*"})


def whole(request: Request, response: Response) -> Response:
    """To HEAD, an answer without its body that still says how long that is."""
    if request.method == "HEAD":
        response.body = b""
    return response


class Packed:
    """Compressed bodies by tag and encoding, so that nobody compresses one twice; the oldest make room for new ones."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.kept: dict[tuple[str, str], bytes] = {}
        self.packing = Lock()

    def body(self, etag: str, code: str, body: bytes) -> bytes:
        key = etag, code
        if (kept := self.kept.get(key)) is not None:
            return kept
        with self.packing:  # a hundred first readers wait for one compression instead of doing a hundred
            if (packed := self.kept.get(key)) is None:
                packed = self.kept[key] = ENCODERS[code](body)
                self.make_room(len(packed))
        return packed

    def make_room(self, added: int) -> None:
        self.size += added
        while self.size > self.limit:
            self.size -= len(self.kept.pop(next(iter(self.kept))))


PACKED = Packed(limit=32_000_000)
