"""A name and a way to make what it stands for in; the same out at once the next time. Of limited size."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import NamedTuple

from dashboard.press.under_way import UnderWay


class Made(NamedTuple):
    """A body and what names it; None for one that is not as it should be and not worth keeping."""

    body: bytes
    etag: str | None


class Kept:
    """Bodies by name; the one that was not asked for the longest goes first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.kept: dict[str, Made] = {}
        self.under_way: UnderWay[Made] = UnderWay()

    async def get(self, name: str, make: Callable[[], Awaitable[Made]]) -> Made:
        if (known := self.kept.pop(name, None)) is not None:
            self.kept[name] = known
            return known
        return await self.under_way.get(name, lambda: self._make(name, make))

    async def _make(self, name: str, make: Callable[[], Awaitable[Made]]) -> Made:
        made = await make()
        if made.etag:
            self.kept[name] = made
            self.size += len(made.body)
            while self.size > self.limit:
                self.size -= len(self.kept.pop(next(iter(self.kept))).body)
        return made
