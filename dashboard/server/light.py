"""What a page without scripts says in; the whole page out, in the frame of the site, and the headers it goes with."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from dashboard import data, exports, markup, offered
from dashboard.catalog import PAGES
from dashboard.i18n import LANGUAGES, Language
from dashboard.server.address import Choices, link

STATIC = Path(__file__).parent.parent / "static"
# Whatever takes part in every page, so that a browser asks for it at once.
PRELOADED = re.compile(r"/app/static/inter-(?:regular|bold)\.\w+\.woff2")

CURRENT = ' aria-current="true"'


@cache
def style() -> str:
    """The stylesheet without its comments."""
    text = re.sub(r"/\*.*?\*/\s*", "", (STATIC / "light.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    return re.sub(r"\n\s*", "\n", text).strip()


@cache
def policy(framed: bool = False) -> str:
    """No script, no other host, and no style but ours; only what is made for it may stand in another's page."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src 'self' data:",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors *" if framed else "frame-ancestors 'none'",
        )
    )


def headers(t: Language, framed: bool = False) -> dict[str, str]:
    """What every page without scripts is sent with."""
    return {"Content-Security-Policy": policy(framed), "Content-Language": t.code}


@cache
def icon() -> str:
    """Inside the page, or the browser would ask for one."""
    return f"data:image/svg+xml;base64,{base64.b64encode((STATIC / 'icon.svg').read_bytes()).decode()}"


def bare(t: Language, *, head: str, body: str, kind: str = "") -> str:
    """A page without the frame. `head` holds its title; `kind` is a class for the stylesheet."""
    fonts = "".join(
        f'<link rel="preload" as="font" type="font/woff2" href="{font}" crossorigin>'
        for font in PRELOADED.findall(style())
    )
    named = f' class="{kind}"' if kind else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{t.code}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'{head}\n{fonts}<link rel="icon" href="{icon()}">\n<style>{style()}</style>\n</head>\n'
        f"<body{named}>\n{body}\n</body>\n</html>\n"
    )


def page(t: Language, *, head: str, body: str, languages: Mapping[str, str], kept: Choices = (), site: str = "") -> str:
    """A page in the frame: a way past it, name, languages, pages, `body`, and what stands under every page.

    `languages` are the addresses of this page by language, under the address `site` of all pages, which paper and
    letters need; links to other pages keep those of the choices `kept` that are known there.
    """
    return bare(
        t,
        head=head,
        body=(
            f'<a class="skip" href="#main">{escape(t("Skip to main content"))}</a>\n'
            f'<header><a class="brand" href="{escape(link("/", offered.kept(PAGES["overview"], kept), lang=t.code))}">'
            f"{escape(t('Volunteers of Kazakhstan'))}</a>{_languages(t, languages)}</header>\n"
            f"{_navigation(t, kept, languages[t.code].partition('?')[0])}\n"
            f'<main id="main">{body}</main>\n{_footer(t, site + languages[t.code])}'
        ),
    )


def row(links: list[tuple[str, str, bool, str]]) -> str:
    """Links beside one another: (address, HTML, whether that is here, further attributes)."""
    items = "".join(
        f'<li><a href="{escape(to)}"{more}{CURRENT if here else ""}>{text}</a></li>' for to, text, here, more in links
    )
    return f'<ul class="row">{items}</ul>'


def _languages(t: Language, addresses: Mapping[str, str]) -> str:
    links = [
        (addresses[code], name, code == t.code, f' lang="{code}" hreflang="{code}"') for code, name in LANGUAGES.items()
    ]
    return f'<nav class="languages" aria-label="{escape(t("Language"))}">{row(links)}</nav>'


def _navigation(t: Language, kept: Choices, here: str) -> str:
    ways = [(page.path, t(page.title), offered.kept(page, kept)) for page in offered.pages().values()]
    ways.append(("/figures", t("Figures"), offered.kept(None, kept)))
    links = [(link(path, known, lang=t.code), escape(title), path == here, "") for path, title, known in ways]
    return f'<nav aria-label="{escape(t("Pages"))}">{row(links)}</nav>'


def _footer(t: Language, address: str) -> str:
    release = data.release()
    letter = escape(markup.letter(t, address))
    return (
        f"<footer><p><strong>{escape(t('Data as of'))}:</strong> {markup.day(t, release['as_of'])}. "
        f"<strong>{escape(t('Data release'))}:</strong> {markup.traced(release['release'], release['release'])}</p>"
        f"<p>{markup.traced(exports.licence(t), 'licence')}</p>"
        f'<p class="printed">{escape(t("Address"))}: {markup.traced(address, "address")}</p>'
        f'<p class="report"><a href="{escape(link("/verify", lang=t.code))}">{escape(t("Check a picture"))}</a>'
        f'<a href="{letter}">{escape(t("Report an error"))}</a></p></footer>'
    )
