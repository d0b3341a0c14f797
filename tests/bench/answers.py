"""Running servers in; out comes what their answers cost: time, rate, bytes, and the memory that they leave behind."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle
from statistics import fmean, median
from typing import Any

from tests.bench.served import Served
from tests.bench.stream import YEARS, Answer, Stream, opened

LANGUAGES = ("en", "ru", "kk")
READERS = 50

Ask = Callable[[], Awaitable[Answer]]


@dataclass(frozen=True)
class Beside:
    """The same thing measured on ours and on the bare page in turns, round by round."""

    ours: list[float]
    bare: list[float]

    @property
    def ratio(self) -> float:
        """The median of the rounds: what disturbs one round disturbs both sides of it."""
        return median(ours / bare for ours, bare in zip(self.ours, self.bare, strict=True))


@asynccontextmanager
async def readers(address: str, path: str, number: int) -> Any:
    """This many readers of a page, the three languages in turn, each on a socket of its own."""
    languages = cycle(LANGUAGES)
    streams = [await opened(address, path, f"lang={next(languages)}") for _ in range(number)]
    try:
        yield streams
    finally:
        await asyncio.gather(*(stream.socket.close() for stream in streams))


async def one_reader(ours: Served, hi: Served, whole: bool, rounds: int) -> Beside:
    """Seconds of an answer: a reader goes through all years, then asks the bare page as often, and so on."""
    async with readers(ours.address, "/abroad", 1) as (reader,), readers(hi.address, "/", 1) as (plain,):
        asked = [lambda: reader.change(whole), plain.again]
        for ask in asked:
            await a_cycle(ask)
        sides = [[await a_cycle(ask) for ask in asked] for _ in range(rounds)]
    return Beside(*map(list, zip(*sides, strict=True)))


async def a_cycle(ask: Ask) -> float:
    return fmean([(await ask()).seconds for _ in YEARS])


async def fifty_readers(ours: Served, hi: Served, whole: bool, rounds: int, seconds: float) -> tuple[Beside, Beside]:
    """Answers per second, and core seconds of the server for one, when each of fifty asks again once answered."""
    async with readers(ours.address, "/abroad", READERS) as many, readers(hi.address, "/", READERS) as plain:
        asked = [
            (ours, [lambda reader=reader: reader.change(whole) for reader in many]),
            (hi, [reader.again for reader in plain]),
        ]
        for server, asks in asked:
            await window(server, asks, seconds)
        sides = [[await window(server, asks, seconds) for server, asks in asked] for _ in range(rounds)]
    rates, busy = (Beside([one[part] for one, _ in sides], [other[part] for _, other in sides]) for part in (0, 1))
    return rates, busy


async def window(server: Served, asks: list[Ask], seconds: float) -> tuple[float, float]:
    """Answers per second and core seconds for one; answers under way when the time is over are waited for."""
    busy, start = server.processor(), time.perf_counter()

    async def until_over(ask: Ask) -> int:
        number = 0
        while time.perf_counter() < start + seconds:
            await ask()
            number += 1
        return number

    answers = sum(await asyncio.gather(*map(until_over, asks)))
    return answers / (time.perf_counter() - start), (server.processor() - busy) / answers


async def largest_answer(ours: Served, whole: bool) -> Answer:
    """The most bytes of any change of year in any language."""
    async with readers(ours.address, "/abroad", len(LANGUAGES)) as streams:
        answers = [await stream.change(whole) for stream in streams for _ in YEARS]
    return Answer(0, max(answer.wire for answer in answers), max(answer.unpacked for answer in answers))


async def memory(ours: Served, number: int, warm_up: int) -> list[float]:
    """Megabytes after the warm-up, then after each tenth of the answers; every other reader runs the page whole."""
    async with readers(ours.address, "/abroad", 6) as streams:
        await in_turns(streams, warm_up)
        held = [ours.memory()]
        for _ in range(10):
            await in_turns(streams, number // 10)
            held.append(ours.memory())
    return held


async def in_turns(streams: list[Stream], number: int) -> None:
    turns: Iterator[int] = iter(range(number))

    async def ask(place: int, stream: Stream) -> None:
        for _ in turns:
            await stream.change(whole=place % 2 == 1)

    await asyncio.gather(*(ask(place, stream) for place, stream in enumerate(streams)))
