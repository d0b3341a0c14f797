"""A figure, a language, a size and a theme in; the bytes of an SVG, PNG or PDF file out."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dashboard import data, exports, figures, offered
from dashboard.i18n import Language
from dashboard.press import browser
from dashboard.press.browser import STUDIO, Busy, Failed, NoBrowser
from dashboard.press.charts import on_page
from dashboard.press.finish import bare, finished
from dashboard.press.frame import framed
from dashboard.press.order import FORMS, Order, Wrong, order, order_at, rows_asked
from dashboard.press.proof import Proof, seal
from dashboard.press.revision import digested
from dashboard.press.sizes import SIZES, THEMES
from dashboard.press.store import Store
from dashboard.press.under_way import UnderWay
from dashboard.view import View, view

__all__ = [
    "FORMS",
    "SIZES",
    "STORE",
    "THEMES",
    "Busy",
    "Failed",
    "NoBrowser",
    "Order",
    "Store",
    "Wrong",
    "code",
    "inline",
    "order",
    "order_at",
    "picture",
    "redrawn",
    "rows_asked",
    "shown",
]

PROJECT = Path(__file__).parents[2]
# What decides how a picture looks, besides the release: a change to a page or to the server is none.
SOURCES = (
    "dashboard/*.py",
    "dashboard/catalog.toml",
    *(f"dashboard/{folder}/*.*" for folder in ("figures", "i18n", "markup", "press")),
    "dashboard/locale/**/*.po",
    "dashboard/locale/*.csv",
    "queries/**/*.sql",
)
DRAWING = ("babel", "fonttools", "kaleido", "lxml", "pikepdf", "pillow", "plotly", "shapely")
STORE = Store()
# A chart in a page without scripts, by the size ordered: its width, and its height if it is a map.
ON_PAGE = {"wide": (760, 460), "column1": (344, 440)}
UNDER_WAY: UnderWay[bytes] = UnderWay()


@cache
def code() -> str:
    """The version of all that draws: of our files, of the packages that draw, and of the browser."""
    digested = hashlib.sha256()
    for path in sorted({path for pattern in SOURCES for path in PROJECT.glob(pattern)}):
        digested.update(path.read_bytes())
    digested.update("".join((*map(version, DRAWING), browser.version())).encode())
    return digested.hexdigest()[:16]


def shown(wanted: Order) -> View:
    """What the picture shows: its words and its rows."""
    choices = tuple((part, offered.value(chosen)) for part, chosen in wanted.choices)
    return view(getattr(figures, wanted.name), Language(wanted.lang), choices, wanted.release)


async def picture(wanted: Order, client: str = "") -> bytes:
    """The file, kept or drawn. Raises NoBrowser, Busy or Failed; `client` is who waits, so that none fills the line."""
    name = await _name(wanted)
    if (kept := await asyncio.to_thread(STORE.get, name)) is not None:
        return kept
    made = await UNDER_WAY.get(name, lambda: _drawn(wanted, client))
    await asyncio.to_thread(STORE.put, name, made)
    return made


async def inline(wanted: Order, client: str = "") -> str:
    """The chart alone as SVG to stand in a page, whose typeface and colour of words it takes. Raises as `picture`.

    In the size wide it is laid out for a screen, in column1 for a phone; both may stand in one page.
    """
    name = f"inline {await _name(wanted)}"
    if (kept := await asyncio.to_thread(STORE.get, name)) is not None:
        return kept.decode()
    what = await asyncio.to_thread(shown, wanted)
    figure = await asyncio.to_thread(on_page, what, *ON_PAGE[wanted.size])
    layout = figure["layout"]
    raw = await STUDIO.draw(figure, "svg", layout["width"], layout["height"], client)
    made = bare(_sealed(replace(wanted, form="svg"), what, raw))
    await asyncio.to_thread(STORE.put, name, made.encode())
    return made


async def _name(wanted: Order) -> str:
    """What a picture is kept under: beside the register stand the statements and the borders of another release."""
    released = " ".join(filter(None, (data.release()["release"], wanted.release)))
    return f"{released} {await asyncio.to_thread(code)} {wanted.address}"


async def redrawn(wanted: Order, client: str = "") -> bytes:
    """The same, never from what was kept: what a file is compared with must come from the release itself."""
    return await _drawn(wanted, client)


async def _drawn(wanted: Order, client: str) -> bytes:
    size = SIZES[wanted.size]
    what = await asyncio.to_thread(shown, wanted)
    figure = await asyncio.to_thread(framed, what, size, wanted.theme, wanted.transparent, wanted.page)
    raw = await STUDIO.draw(figure, wanted.form, size.width, size.height, client)
    return await asyncio.to_thread(lambda: _sealed(wanted, what, finished(wanted.form, raw, size)))


def _sealed(wanted: Order, what: View, picture: bytes) -> bytes:
    proof = Proof(
        address=wanted.address,
        release=wanted.release or data.release()["release"],
        rows=digested(wanted.name, what.df),
        licence=exports.licence(what.t),
        alt=what.alt,
        code=code(),
        title=what.title,
    )
    return seal(wanted.form, picture, proof)
