"""A figure, the reader's choices and the site's address in; one ZIP with all that a newsroom needs of it out.

It names no day of access and no time of packing: the same release and choices give the same bytes.
"""

from __future__ import annotations

import asyncio
import zipfile
from dataclasses import dataclass, replace
from io import BytesIO
from urllib.parse import urlencode

from dashboard import captions, data, exports, press
from dashboard.i18n import LANGUAGES
from dashboard.press.browser import Busy
from dashboard.press.order import Order
from dashboard.press.readme import readme
from dashboard.press.sizes import DEFAULT, SIZES
from dashboard.press.under_way import UnderWay
from dashboard.view import View

README = "README.txt"
# Kits in the making at once, and no two of them for one client.
MOST = 2
# Seconds to wait each time that the line of drawings is full, before giving up.
PAUSES = (1, 2, 4)
# Earlier than any date that a ZIP can hold there is none.
TIMELESS = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16
CITED = {"apa": "cite-apa.txt", "gost": "cite-gost.txt", "bib": "cite.bib", "ris": "cite.ris", "csl": "cite-csl.json"}


@dataclass(frozen=True)
class Kit:
    """What lies in the ZIP: a figure with the reader's choices, in every language and size."""

    name: str
    choices: tuple[tuple[str, str], ...] = ()
    site: str = ""
    release: str | None = None

    @property
    def address(self) -> str:
        return f"{self.site}/figures/{self.name}.zip?{urlencode(self.choices)}"

    @property
    def file_name(self) -> str:
        return "-".join([self.name, *(code for _, code in self.choices), "press-kit"]) + ".zip"

    def order(self, lang: str, form: str, size: str = DEFAULT) -> Order:
        return Order(self.name, form, lang, size, choices=self.choices, site=self.site, release=self.release)

    def pictures(self, lang: str) -> list[Order]:
        """Every size as PNG for a screen or as PDF for paper, and the wide one as SVG too."""
        sized = [self.order(lang, "pdf" if size.paper else "png", code) for code, size in SIZES.items()]
        return [self.order(lang, "svg"), *sized]


UNDER_WAY: UnderWay[bytes] = UnderWay()
# Name of a kit in the making -> the client for whom it was begun.
CLIENTS: dict[str, str] = {}


async def kit(wanted: Kit, client: str = "") -> bytes:
    """The ZIP, kept or made. Raises NoBrowser, Busy or Failed."""
    released = data.release(wanted.release)["release"]
    name = f"{released} {await asyncio.to_thread(press.code)} {wanted.address}"
    if (kept := await asyncio.to_thread(press.STORE.get, name)) is not None:
        return kept
    if name not in CLIENTS:
        if len(CLIENTS) >= MOST or client in CLIENTS.values():
            raise Busy
        CLIENTS[name] = client
    return await UNDER_WAY.get(name, lambda: _stored(wanted, name, client))


async def _stored(wanted: Kit, name: str, client: str) -> bytes:
    try:
        made = await _made(wanted, client)
        await asyncio.to_thread(press.STORE.put, name, made)
        return made
    finally:
        del CLIENTS[name]


async def _made(wanted: Kit, client: str) -> bytes:
    """One picture after the other, so that those of other readers are drawn between them."""
    files = {}
    for lang in LANGUAGES:
        for each in wanted.pictures(lang):
            files[f"{lang}/{each.file_name}"] = await _patiently(each, client)
    files |= await asyncio.to_thread(texts, wanted)
    return await asyncio.to_thread(packed, files)


async def _patiently(wanted: Order, client: str) -> bytes:
    for pause in PAUSES:
        try:
            return await press.picture(wanted, client)
        except Busy:
            await asyncio.sleep(pause)
    return await press.picture(wanted, client)


def texts(wanted: Kit) -> dict[str, bytes]:
    """All but the pictures: rows, words and citations in each language, and what to do with them."""
    files: dict[str, bytes] = {}
    about = []
    for lang in LANGUAGES:
        order = wanted.order(lang, "csv")
        shown = press.shown(order)
        files |= _rows(order, shown)
        said = {"alt.txt": shown.alt, "caption.txt": captions.caption(shown), "sentence.txt": captions.sentence(shown)}
        cited = exports.citations(captions.cited(shown, order.page))
        said |= {CITED[form]: text for form, text in cited.items()}
        files |= {f"{lang}/{name}": text.encode() for name, text in said.items()}
        about.append(readme(shown, order, wanted.pictures(lang)))
    return files | {README: "\n\n".join(about).encode()}


def _rows(order: Order, shown: View) -> dict[str, bytes]:
    caveat = shown.t(shown.chart.caveat)
    document = exports.Document(shown.t, order.name, shown.title, caveat, order.page, shown.df, shown.release)
    named = {form: replace(order, form=form).file_name for form in exports.FORMS}
    return {f"{order.lang}/{name}": exports.write(document, form) for form, name in named.items()}


def packed(files: dict[str, bytes]) -> bytes:
    """A ZIP without a time and in the order of names."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, TIMELESS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = READABLE
            # The same on every system, or the bytes would tell on which it was made.
            entry.create_system = 3
            zipped.writestr(entry, files[name])
    return content.getvalue()
