"""A name and a way to make what it stands for in; the same made once for all who ask while it is being made out."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class UnderWay(Generic[Thing]):
    """Whoever asks for what is being made waits for it instead of for another of the same."""

    def __init__(self) -> None:
        self.tasks: dict[str, asyncio.Future[Thing]] = {}

    async def get(self, name: str, make: Callable[[], Awaitable[Thing]]) -> Thing:
        """What `make` makes. It goes on when one of those who wait leaves."""
        if name not in self.tasks:
            self.tasks[name] = asyncio.ensure_future(make())
            self.tasks[name].add_done_callback(lambda task: self._done(name, task))
        return await asyncio.shield(self.tasks[name])

    def _done(self, name: str, task: asyncio.Future[Thing]) -> None:
        """An error is for those who wait; if they have all left, nobody misses it."""
        del self.tasks[name]
        if not task.cancelled():
            task.exception()
