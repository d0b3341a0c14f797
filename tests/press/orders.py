"""The name of a figure, a size and a language in; an order for its picture, and the picture drawn now, out."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any, TypeVar

from dashboard import press
from dashboard.catalog import EVERY_CHART
from dashboard.i18n import LANGUAGES
from dashboard.press.browser import STUDIO
from dashboard.press.frame import framed

Result = TypeVar("Result")
SITE = "https://volunteers.example"
EVERYTHING = list(product(EVERY_CHART, press.SIZES))
# One size for each figure and one language for each: all sizes and languages come up. The rest is `make test-press`.
SAMPLE = [
    (name, list(press.SIZES)[index % len(press.SIZES)], list(LANGUAGES)[index % 3])
    for index, name in enumerate(EVERY_CHART)
]


def order(name: str, form: str, lang: str, size: str = "wide", query: str = "") -> press.Order:
    return press.order(name, form, f"lang={lang}&size={size}{query}", "en", SITE)


def drawn(wanted: press.Order) -> bytes:
    """Drawn now, whatever may have been kept."""
    return awaited(press.redrawn(wanted))


def figure(wanted: press.Order) -> dict[str, Any]:
    """What the browser is given."""
    return framed(press.shown(wanted), press.SIZES[wanted.size], wanted.theme, wanted.transparent, wanted.page)


def svg(wanted: press.Order, drawn: dict[str, Any]) -> str:
    """A figure as the browser draws it."""
    size = press.SIZES[wanted.size]
    return awaited(STUDIO.draw(drawn, "svg", size.width, size.height)).decode()


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """On a thread of its own: a browser that is open here has the loop of this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, work).result()
