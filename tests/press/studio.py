"""Figures in; pictures of them out, as a browser draws them and as they leave the house."""

from __future__ import annotations

from functools import cache
from urllib.parse import parse_qsl, urlsplit

import kaleido

from dashboard import data, figures
from dashboard.i18n import Language
from dashboard.press.proof import Proof, digest, seal
from dashboard.press.revision import choices
from dashboard.view import view
from tests.browser import chromium

SITE = "https://volunteers.example"
CODE = "1-of-tests"
AT_HOME = "volunteers_at_home_by_year"
FORMS = ("svg", "png", "pdf")
CHARTS = [name for name in figures.__all__ if not name.endswith("_map")]


def start() -> None:
    kaleido.start_sync_server(n=1, mathjax=False, path=chromium())


def stop() -> None:
    kaleido.stop_sync_server()


def address(figure: str, form: str, lang: str = "kk", **asked: str) -> str:
    rest = "".join(f"&{name}={value}" for name, value in asked.items())
    return f"{SITE}/figures/{figure}.{form}?lang={lang}&size=wide{rest}"


def drawn(address: str, release: str) -> bytes:
    """What the browser gives; the picture names its release, as every picture of the site does."""
    parts = urlsplit(address)
    name, _, form = parts.path.rpartition("/")[2].partition(".")
    asked = dict(parse_qsl(parts.query))
    shown = view(getattr(figures, name), Language(asked["lang"]), choices(name, asked), release)
    layout = shown.drawn.to_dict() | {}
    layout["layout"] = layout["layout"] | {"title": {"text": f"{shown.heading} {release}"}}
    options = {"format": form, "width": 1200, "height": 675, "scale": 1}
    return bytes(kaleido.calc_fig_sync(layout, opts=options))


def proof(address: str, release: str) -> Proof:
    parts = urlsplit(address)
    name, asked = parts.path.rpartition("/")[2].partition(".")[0], dict(parse_qsl(parts.query))
    shown = view(getattr(figures, name), Language(asked["lang"]), choices(name, asked), release)
    return Proof(
        address=address,
        release=release,
        rows=digest(shown.df),
        licence="CC BY 4.0 & <that>",
        alt=shown.alt,
        code=CODE,
        title=shown.title,
    )


@cache
def picture(address: str, release: str) -> bytes:
    """A file of ours."""
    form = urlsplit(address).path.rpartition(".")[2]
    return seal(form, drawn(address, release), proof(address, release))


async def draw(address: str, release: str) -> bytes | None:
    """Anew each time, as the site may have to."""
    return picture.__wrapped__(address, release)


async def cannot_draw(address: str, release: str) -> bytes | None:
    return None


def today() -> str:
    return str(data.release()["release"])
