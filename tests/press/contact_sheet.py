"""Nothing in; a page a language in contact-sheet/ out: every figure at every size, with an invented register."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard import data, press
from dashboard.catalog import EVERY_CHART
from dashboard.i18n import LANGUAGES
from tests.e2e.site import PROJECT
from tests.register import shown

FOLDER = PROJECT / "contact-sheet"
STYLE = "body{font:14px sans-serif;background:#888}h2{margin:24px 0 4px}div{display:flex;gap:8px}img{height:420px}"
SITE = "https://volunteers.example"


async def sheet(lang: str) -> Path:
    """The pictures as PNG files, and the page that shows them."""
    (FOLDER / lang).mkdir(parents=True, exist_ok=True)
    for wanted in orders(lang):
        (FOLDER / lang / wanted.file_name).write_bytes(await press.picture(wanted))
    page = FOLDER / f"{lang}.html"
    page.write_text("".join(parts(lang)), encoding="utf-8")
    return page


def orders(lang: str) -> Iterator[press.Order]:
    for name in EVERY_CHART:
        for size in press.SIZES:
            yield press.Order(name, "png", lang, size, site=SITE)


def parts(lang: str) -> Iterator[str]:
    yield f'<!DOCTYPE html><html lang="{lang}"><meta charset="utf-8"><title>{lang}</title><style>{STYLE}</style>'
    for name in EVERY_CHART:
        files = (wanted.file_name for wanted in orders(lang) if wanted.name == name)
        yield (
            f"<h2>{escape(name)}</h2><div>"
            + "".join(f'<img src="{lang}/{file}" alt="{file}">' for file in files)
            + "</div>"
        )


async def sheets() -> None:
    for lang in LANGUAGES:
        print(await sheet(lang))


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        data.register.FOLDER = Path(folder)
        shown.invent(data.register.FOLDER)
        asyncio.run(sheets())
