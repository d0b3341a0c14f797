"""Figures in; pictures of them out, as a browser draws them and as they leave the house."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import kaleido

from dashboard import catalog, data, press
from dashboard.press.charts import VIEWPORT, plain
from dashboard.press.order import Order
from dashboard.press.proof import Proof, digest, seal
from tests.browser import chromium

SITE = "https://volunteers.example"
CODE = "1-of-tests"
AT_HOME = "volunteers_at_home_by_year"
FORMS = ("svg", "png", "pdf")
# Those of the register hang on another release.
CHARTS = [name for name in catalog.CHARTS if not name.endswith("_map")]


def start() -> None:
    kaleido.start_sync_server(n=1, mathjax=False, path=chromium())


def stop() -> None:
    kaleido.stop_sync_server()


def order(figure: str, form: str, release: str | None = None, lang: str = "kk", **choices: str) -> Order:
    return Order(figure, form, lang, choices=tuple(choices.items()), site=SITE, release=release or today())


def drawn(wanted: Order) -> bytes:
    """What the browser gives; the picture names its release, as every picture of the site does."""
    shown = press.shown(wanted)
    chart = plain(shown, replace(VIEWPORT, width=1200, height=675), "110m")
    chart["layout"]["title"] = {"text": f"{shown.heading} {wanted.release or today()}"}
    options = {"format": wanted.form, "width": 1200, "height": 675, "scale": 1}
    return bytes(kaleido.calc_fig_sync(chart, opts=options))


def proof(wanted: Order) -> Proof:
    shown = press.shown(wanted)
    return Proof(
        address=wanted.address,
        release=wanted.release or today(),
        rows=digest(shown.df),
        licence="CC BY 4.0 & <that>",
        alt=shown.alt,
        code=CODE,
        title=shown.title,
    )


@cache
def picture(wanted: Order) -> bytes:
    """A file of ours."""
    return seal(wanted.form, drawn(wanted), proof(wanted))


async def draw(wanted: Order) -> bytes | None:
    """Anew each time, as the site may have to."""
    return picture.__wrapped__(wanted)


async def cannot_draw(wanted: Order) -> bytes | None:
    return None


def today() -> str:
    return str(data.release()["release"])
