"""A request with a file in; its bytes out, or why they were not taken. No more than the limit is ever held."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

from dashboard.i18n import Language

# Of a file, of what a form puts around it, and of what is read in vain so that a browser gets to see the refusal.
MOST, AROUND, IN_VAIN = 20 * 1024 * 1024, 64 * 1024, 60 * 1024 * 1024
# For the whole of a file, and until the next piece of it.
SECONDS, STILL = 60, 10
RETRY = 5


class Refused(Exception):
    """The file was not taken: an HTTP status and a sentence for the reader."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class TooLong(Exception):
    """More came than is allowed."""


class Places:
    """A few at once; whoever comes then is refused, for a queue would hold what they bring."""

    def __init__(self, most: int) -> None:
        self.free = most

    @contextmanager
    def one(self, t: Language) -> Iterator[None]:
        if not self.free:
            raise Refused(503, too_many(t))
        self.free -= 1
        try:
            yield
        finally:
            self.free += 1


class Bounded:
    """What comes of a request, up to the limit."""

    def __init__(self, receive: Receive) -> None:
        self.receive, self.taken = receive, 0

    async def __call__(self) -> Message:
        async with asyncio.timeout(STILL):
            message = await self.receive()
        self.taken += len(message.get("body", b""))
        if self.taken > MOST + AROUND:
            raise TooLong
        return message


UPLOADS = Places(8)


async def uploaded(request: Request, t: Language) -> bytes:
    """The one file of a form."""
    with UPLOADS.one(t):
        try:
            async with asyncio.timeout(SECONDS):
                return await _read(request, t)
        except TimeoutError as error:
            raise Refused(408, t("The file took too long to arrive.")) from error
        except ClientDisconnect as error:
            raise Refused(400, t("The file did not arrive whole.")) from error


async def _read(request: Request, t: Language) -> bytes:
    length = request.headers.get("content-length", "")
    try:
        if length.isdigit() and int(length) > MOST + AROUND:
            raise TooLong
        return await _file(request, t)
    except TooLong as error:
        await _let_pass(request.receive)
        raise Refused(413, too_long(t)) from error


def too_many(t: Language) -> str:
    return t("Too many files are being checked. Try again in a few seconds.")


def too_long(t: Language) -> str:
    return t("The file is larger than 20 MB.")


async def _file(request: Request, t: Language) -> bytes:
    bounded = Request(request.scope, Bounded(request.receive))
    try:
        async with bounded.form(max_files=1, max_fields=4, max_part_size=1024) as form:
            file = form.get("file")
            content = await file.read() if isinstance(file, UploadFile) else b""
    except (HTTPException, MultiPartException) as error:
        raise Refused(400, t("Send one file in a form, in the field “file”.")) from error
    if len(content) > MOST:
        raise Refused(413, too_long(t))
    if not content:
        raise Refused(400, t("Choose a file first: none came, or an empty one."))
    return content


async def _let_pass(receive: Receive) -> None:
    """A browser that is still sending sees no answer, only a broken connection."""
    passed = 0
    while passed < IN_VAIN:
        message = await receive()
        passed += len(message.get("body", b""))
        if message["type"] != "http.request" or not message.get("more_body"):
            return
