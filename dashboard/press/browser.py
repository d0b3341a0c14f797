"""A Plotly figure and a format in; the bytes that one browser, kept alive, draws of it out. It reaches no network."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
from collections import Counter
from contextlib import suppress
from functools import cache
from threading import Lock, Thread
from typing import Any

from choreographer.browsers import Chromium
from kaleido import Kaleido

from dashboard.press.page import Page

LOG = logging.getLogger(__name__)
# Drawings that may wait for the browser at once, and how many of them may be one client's.
LINE, SHARE = 16, 6
# A drawing takes a fifth of a second; a browser that takes this long has stopped.
SECONDS = 30
# A port at which nobody answers: whatever the browser itself would ask of the world ends there.
NOWHERE = "http://127.0.0.1:1"


class NoBrowser(Exception):
    """There is no browser on this machine."""


class Busy(Exception):
    """Too many drawings wait already."""


class Failed(Exception):
    """The browser could not draw it, nor could a new one."""


def path() -> str | None:
    """The browser of this machine: $CHROME, else one that is installed where browsers usually are."""
    return os.environ.get("CHROME") or Chromium.find_browser(skip_local=False)


@cache
def version() -> str:
    """What the browser calls itself; it belongs to what decides the bytes of a picture."""
    if (found := path()) is None:
        return ""
    with suppress(OSError, subprocess.SubprocessError):
        said = subprocess.run([found, "--version"], capture_output=True, timeout=30, check=True)
        return said.stdout.decode(errors="replace").strip()
    return ""


class Studio:
    """The browser, on a thread with a loop of its own: started on first use, and anew after it died."""

    def __init__(self) -> None:
        self.guard = Lock()
        self.waiting: Counter[str] = Counter()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.turn: asyncio.Lock | None = None
        self.kaleido: Kaleido | None = None

    async def draw(self, figure: dict[str, Any], form: str, width: int, height: int, client: str = "") -> bytes:
        """The figure as svg, png or pdf. Raises NoBrowser, Busy or Failed."""
        if path() is None:
            raise NoBrowser
        with self.guard:
            if self.waiting.total() >= LINE or self.waiting[client] >= SHARE:
                raise Busy
            self.waiting[client] += 1
        try:
            options = {"format": form, "width": width, "height": height, "scale": 1}
            work = asyncio.run_coroutine_threadsafe(self._in_turn(figure, options), self._running())
            return await asyncio.wrap_future(work)
        finally:
            with self.guard:
                self.waiting[client] -= 1

    def _running(self) -> asyncio.AbstractEventLoop:
        with self.guard:
            if self.loop is None:
                self.loop, self.turn = asyncio.new_event_loop(), asyncio.Lock()
                Thread(target=self.loop.run_forever, name="press", daemon=True).start()
            return self.loop

    async def _in_turn(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        """One drawing at a time; a second try with a new browser, since the first may just have died."""
        assert self.turn is not None
        async with self.turn:
            for last in (False, True):
                try:
                    return await self._drawn(figure, options)
                except Exception as error:
                    await self._close()
                    if last:
                        LOG.exception("The browser cannot draw")
                        raise Failed from error
        raise AssertionError

    async def _drawn(self, figure: dict[str, Any], options: dict[str, Any]) -> bytes:
        kaleido: Kaleido = self.kaleido or await asyncio.wait_for(
            Kaleido(page_generator=Page(), path=path(), proxy_server=NOWHERE, timeout=SECONDS), SECONDS
        )
        self.kaleido = kaleido
        work = asyncio.ensure_future(kaleido.calc_fig(figure, opts=options))
        death = asyncio.ensure_future(self._death(kaleido))
        await asyncio.wait({work, death}, timeout=SECONDS, return_when=asyncio.FIRST_COMPLETED)
        death.cancel()
        if not work.done() or work.cancelled():
            work.cancel()
            raise ConnectionError("the browser ended or stands still")
        return bytes(work.result())

    async def _death(self, kaleido: Kaleido) -> None:
        """Return once the browser has ended: what waits for its answer would wait for ever."""
        while kaleido.subprocess.poll() is None:
            await asyncio.sleep(0.05)

    async def _close(self) -> None:
        kaleido, self.kaleido = self.kaleido, None
        if kaleido is not None:
            with suppress(Exception, asyncio.CancelledError):
                await asyncio.wait_for(kaleido.close(), 10)


STUDIO = Studio()
