"""A browser and an address in; out comes what a reader with an empty cache waits for and downloads."""

from __future__ import annotations

import time
from base64 import b64decode
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, Page

from tests.bench.answers import Beside
from tests.bench.served import OURS, Served, served
from tests.e2e.reader import SETTLED, settle

# Notes, in milliseconds after the address was asked for, when the first mark of a chart was in the page, and when all
# pictures of the map were.
WATCH = """
window.seen = {};
const note = (what) => { window.seen[what] ??= performance.now(); };
const watch = new MutationObserver(() => {
    if (document.querySelector('.js-plotly-plot .main-svg .trace')) { note('chart'); watch.disconnect(); }
});
watch.observe(document, {childList: true, subtree: true});
document.addEventListener('load', (event) => {
    const map = event.target.closest?.('.map');
    if (map && [...map.querySelectorAll('img')].every((picture) => picture.complete)) note('map');
}, true);
"""


@dataclass(frozen=True)
class Visit:
    """Seconds to the map or the first chart and to the first chart; bytes of files, and of the socket once unpacked."""

    first: float
    chart: float
    files: int
    socket: int


def visit(browser: Browser, address: str) -> Visit:
    """Open the start page as a reader who was never there."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="en") as context:
        page = context.new_page()
        sizes: dict[str, list[int]] = {"files": [], "socket": []}
        count(page, sizes)
        page.add_init_script(WATCH)
        page.goto(f"{address}/?lang=en", wait_until="commit")
        settle(page)
        page.wait_for_load_state("networkidle")
        seen = page.evaluate("window.seen")
    return Visit(min(seen.values()) / 1000, seen["chart"] / 1000, sum(sizes["files"]), sum(sizes["socket"]))


def count(page: Page, sizes: dict[str, list[int]]) -> None:
    """Keep the size of all that comes: files as they came, headers included; messages of the socket unpacked."""
    devtools = page.context.new_cdp_session(page)

    def message(event: dict[str, Any]) -> None:
        frame = event["response"]
        binary = frame["opcode"] == 2
        sizes["socket"].append(len(b64decode(frame["payloadData"]) if binary else frame["payloadData"].encode()))

    devtools.on("Network.loadingFinished", lambda event: sizes["files"].append(int(event["encodedDataLength"])))
    devtools.on("Network.webSocketFrameReceived", message)
    devtools.send("Network.enable")


def first_opens(browser: Browser, ours: Served, bare: Served, rounds: int) -> tuple[list[Visit], list[Visit]]:
    """Visits to ours and to the bare page in turns, after one to each that does not count."""
    pairs = [(visit(browser, ours.address), visit(browser, bare.address)) for _ in range(rounds + 1)][1:]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def beside(ours: list[Visit], bare: list[Visit]) -> Beside:
    """Seconds to whatever is drawn first on ours, and to the one chart of the bare page."""
    return Beside([one.first for one in ours], [one.chart for one in bare])


def start(browser: Browser) -> float:
    """Seconds from the start of a server to its first page at rest in a browser."""
    began = time.perf_counter()
    with served(OURS) as ours, browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(f"{ours.address}/?lang=en", wait_until="commit")
        page.wait_for_function(SETTLED)
        return time.perf_counter() - began
