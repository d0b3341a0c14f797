"""Servers in; out comes what a picture and a light page cost beside what draws and serves nothing but them."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import islice, product
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from dashboard import press
from dashboard.catalog import CHARTS
from dashboard.i18n import LANGUAGES
from dashboard.press.browser import STUDIO
from dashboard.press.frame import framed
from tests.bench import http
from tests.bench.answers import Beside
from tests.bench.served import PLAIN, Served, served
from tests.bench.stream import opened

SITE = "https://volunteers.example"
PICTURE = "/figures/placements_by_year.png?lang=kk&size=card"
TWIN = "/figures/placements_by_year.html?lang=kk"
READERS = 8


def warm(form: str, rounds: int) -> Beside:
    """Seconds of a picture that nobody asked for before, and of the bare call that draws the same figure, in turns."""
    return asyncio.run(_warm(form, rounds))


async def _warm(form: str, rounds: int) -> Beside:
    with TemporaryDirectory() as folder, patch.object(press, "STORE", press.Store(Path(folder))):
        orders = [press.Order(name, form, lang, site=SITE) for lang, name in product(LANGUAGES, CHARTS)]
        for wanted in orders[:3]:
            await press.picture(wanted)
        sides = [await _pair(wanted) for wanted in islice(orders, 3, 3 + rounds)]
    return Beside([ours for ours, _ in sides], [bare for _, bare in sides])


async def _pair(wanted: press.Order) -> tuple[float, float]:
    size = press.SIZES[wanted.size]
    ours = await _seconds(lambda: press.picture(wanted))
    figure = framed(press.shown(wanted), size, wanted.theme, wanted.transparent, wanted.page)
    return ours, await _seconds(lambda: STUDIO.draw(figure, wanted.form, size.width, size.height))


async def _seconds(work: Callable[[], Awaitable[Any]]) -> float:
    start = time.perf_counter()
    await work()
    return time.perf_counter() - start


@contextmanager
def beside(ours: Served, path: str) -> Iterator[Served]:
    """A bare Starlette route that returns what ours returns for the path, headers of compression included."""

    async def answer() -> tuple[dict[str, str], bytes]:
        connection = await http.connect(ours.address, path)
        _, status, headers, body = await connection.ask()
        await http.close([connection])
        assert status == 200, f"{path}: {status} {body!r}"
        return headers, body

    headers, body = asyncio.run(answer())
    kept = {name: headers[name] for name in ("content-type", "content-encoding") if name in headers}
    with TemporaryDirectory() as folder:
        (Path(folder) / "body").write_bytes(body)
        (Path(folder) / "headers").write_text(json.dumps(kept), encoding="utf-8")
        with patch.dict(os.environ, {"BENCH_ANSWER": folder}), served(PLAIN) as bare:
            yield bare


def cached(ours: Served, path: str, rounds: int) -> Beside:
    """Seconds of an answer that is kept, on one connection, in turns."""

    async def both(bare: Served) -> Beside:
        one, other = await http.connect(ours.address, path), await http.connect(bare.address, path)
        for connection in (one, other):
            await http.window([connection], 0.3)
        sides = [
            (median([(await one.ask())[0] for _ in range(20)]), median([(await other.ask())[0] for _ in range(20)]))
            for _ in range(rounds)
        ]
        await http.close([one, other])
        return Beside([each for each, _ in sides], [each for _, each in sides])

    with beside(ours, path) as bare:
        return asyncio.run(both(bare))


def crowd(ours: Served, path: str, rounds: int, seconds: float) -> tuple[Beside, Beside]:
    """Answers per second, and seconds of the slowest hundredth, while one reader goes through the years of the app."""

    async def both(bare: Served) -> list[tuple[list[float], list[float]]]:
        groups = [[await http.connect(each.address, path) for _ in range(READERS)] for each in (ours, bare)]
        reader = asyncio.create_task(_reading(ours))
        for group in groups:
            await http.window(group, 0.5)
        sides = [(await http.window(groups[0], seconds), await http.window(groups[1], seconds)) for _ in range(rounds)]
        reader.cancel()
        for group in groups:
            await http.close(group)
        return sides

    with beside(ours, path) as bare:
        sides = asyncio.run(both(bare))
    rates = Beside([len(one) / seconds for one, _ in sides], [len(other) / seconds for _, other in sides])
    return rates, Beside([_slowest(one) for one, _ in sides], [_slowest(other) for _, other in sides])


async def _reading(ours: Served) -> None:
    """A person who chooses another year every second."""
    stream = await opened(ours.address, "/abroad", "lang=kk")
    while True:
        await stream.change()
        await asyncio.sleep(1)


def _slowest(answers: list[float]) -> float:
    return quantiles(answers, n=100)[-1]
