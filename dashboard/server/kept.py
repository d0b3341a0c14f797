"""A name and a way to make what it stands for in; the same out at once the next time. Of limited size."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple


class Made(NamedTuple):
    """A body and what names it; None for one that is not as it should be and not worth keeping."""

    body: bytes
    etag: str | None


class Kept:
    """Bodies by name; the one that was not asked for the longest goes first. All who wait wait for one making."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.kept: dict[str, Made] = {}
        self.under_way: dict[str, asyncio.Task[Made]] = {}

    async def get(self, name: str, make: Callable[[], Awaitable[Made]]) -> Made:
        if (known := self.kept.pop(name, None)) is not None:
            self.kept[name] = known
            return known
        if name not in self.under_way:
            self.under_way[name] = asyncio.ensure_future(self._make(name, make))
            self.under_way[name].add_done_callback(lambda task: self._done(name, task))
        # Others may wait for it too, so it goes on when one of them leaves.
        return await asyncio.shield(self.under_way[name])

    def _done(self, name: str, task: asyncio.Task[Made]) -> None:
        """An error is for those who wait; if they have all left, nobody misses it."""
        del self.under_way[name]
        if not task.cancelled():
            task.exception()

    async def _make(self, name: str, make: Callable[[], Awaitable[Made]]) -> Made:
        made = await make()
        if made.etag:
            self.kept[name] = made
            self.size += len(made.body)
            while self.size > self.limit:
                self.size -= len(self.kept.pop(next(iter(self.kept))).body)
        return made
