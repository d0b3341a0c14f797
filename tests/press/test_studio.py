"""The browser that draws: killed, missing, asked by too many."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from dashboard.press import browser, letters
from dashboard.press.browser import Busy, NoBrowser, Studio
from dashboard.press.store import Store
from tests.browser import MISSING, chromium

pytestmark = pytest.mark.matrix

FIGURE: dict[str, Any] = {"data": [{"type": "bar", "x": ["Қ"], "y": [1]}], "layout": {"font": {"family": "Inter"}}}
# Every letter of Kazakh, small and capital, as its alphabet gives them.
KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Iterator[Studio]:
    path = chromium()
    assert path is not None, MISSING
    monkeypatch.setenv("CHROME", path)
    made = Studio()
    yield made
    if made.loop is not None:
        asyncio.run_coroutine_threadsafe(made._close(), made.loop).result(20)


async def draw(studio: Studio, client: str = "") -> bytes:
    return await studio.draw(FIGURE, "png", 300, 200, client)


def test_a_browser_killed_while_it_draws_is_replaced(studio: Studio) -> None:
    async def killed() -> tuple[bytes, bytes, bytes]:
        before = await draw(studio)
        work = asyncio.ensure_future(draw(studio))
        await asyncio.sleep(0.03)
        assert studio.kaleido is not None and not work.done()
        os.killpg(studio.kaleido.subprocess.pid, signal.SIGKILL)
        return before, await work, await draw(studio)

    before, during, after = asyncio.run(killed())
    assert before == during == after


def test_a_browser_killed_between_two_drawings_is_replaced(studio: Studio) -> None:
    async def killed() -> tuple[bytes, bytes]:
        before = await draw(studio)
        assert studio.kaleido is not None
        os.killpg(studio.kaleido.subprocess.pid, signal.SIGKILL)
        await asyncio.sleep(0.5)
        return before, await draw(studio)

    before, after = asyncio.run(killed())
    assert before == after


def test_only_so_many_wait_and_only_so_many_of_one_client(studio: Studio) -> None:
    async def many(clients: list[str]) -> list[Any]:
        return await asyncio.gather(*(draw(studio, client) for client in clients), return_exceptions=True)

    of_one = asyncio.run(many(["one"] * 40))
    assert sum(isinstance(each, bytes) for each in of_one) == browser.SHARE
    assert sum(isinstance(each, Busy) for each in of_one) == 40 - browser.SHARE
    of_many = asyncio.run(many([str(number) for number in range(40)]))
    assert sum(isinstance(each, bytes) for each in of_many) == browser.LINE
    assert sum(isinstance(each, Busy) for each in of_many) == 40 - browser.LINE
    assert studio.waiting.total() == 0


def test_a_machine_without_a_browser_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser, "path", lambda: None)
    with pytest.raises(NoBrowser):
        asyncio.run(draw(Studio()))


def test_a_browser_that_does_not_start_is_a_failure_not_a_wait(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CHROME", str(broken))
    with pytest.raises(browser.Failed):
        asyncio.run(draw(Studio()))


def test_the_typeface_has_every_letter_of_kazakh() -> None:
    assert len(set(KAZAKH)) == 84
    assert letters.drawable(KAZAKH)
    assert not letters.drawable("漢")


def test_what_is_kept_comes_back_and_the_oldest_goes_first(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=1000)
    for number in range(4):
        store.put(str(number), bytes([number]) * 300)
        path = store._path(str(number))
        os.utime(path, (number, number)) if path.exists() else None
    assert store.get("0") is None
    assert store.get("3") == b"\x03" * 300
    assert sum(path.stat().st_size for path in tmp_path.glob("*/*")) <= 1000


def test_what_one_process_kept_another_finds(tmp_path: Path) -> None:
    Store(tmp_path).put("a", b"picture")
    assert Store(tmp_path).get("a") == b"picture"


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    store = Store(tmp_path / "file")
    store.put("a", b"picture")
    assert store.get("a") is None


def test_many_write_the_same_at_once(tmp_path: Path) -> None:
    store = Store(tmp_path)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: store.put("a", b"x" * 100_000), range(40)))
    assert store.get("a") == b"x" * 100_000
    assert len(list(tmp_path.glob("*/*"))) == 1
