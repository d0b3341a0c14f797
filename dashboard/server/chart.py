"""A figure ordered in; its chart for a page out, laid out for a screen and for a phone, or why there is none."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from html import escape
from typing import Any

from lxml import etree

from dashboard import press
from dashboard.i18n import Language
from dashboard.server import sections
from dashboard.server.outlines import shorten
from dashboard.view import View

LOG = logging.getLogger(__name__)

# A page draws the layout that fits: a shrunken one could not be read on a phone.
LAYOUTS = {"wide": "wide", "column1": "narrow"}
# Said once for all charts by the stylesheet of the page.
SAID_THERE = ("font-family", "white-space")
SVG = "{http://www.w3.org/2000/svg}"
EMPTY = (f"{SVG}g", f"{SVG}defs")
# Takes the colour of the page, which may be light or dark.
GROUND = "bg"


async def figure(shown: View, wanted: press.Order, client: str) -> tuple[str, bool]:
    """HTML of a figure of any form, and whether it is the figure."""
    if shown.df.empty:
        return sections.nothing(shown), True
    if await asyncio.to_thread(lambda: shown.is_table):
        return await asyncio.to_thread(sections.figure, shown), True
    return await chart_or_excuse(wanted, client)


async def chart_or_excuse(wanted: press.Order, client: str) -> tuple[str, bool]:
    """HTML, and whether it is the chart, which else another request may get."""
    t = Language(wanted.lang)
    try:
        return f"<figure>{await chart(wanted, client)}</figure>", True
    except press.NoBrowser:
        said = t("This server has no browser to draw pictures with, so the numbers stand here as a table alone.")
    except Exception as error:
        # A figure that cannot be drawn still has its table.
        if not isinstance(error, press.Busy | press.Failed):
            LOG.exception("%s cannot be drawn", wanted.name)
        said = t("The picture could not be drawn at this moment, so the numbers stand here as a table alone.")
    return f'<p class="notice" role="status">{escape(said)}</p>', False


async def chart(wanted: press.Order, client: str = "") -> str:
    """Both layouts, of which the stylesheet shows one. Raises as press.inline.

    A chart inside a page names no site, so that one drawing serves whatever a request calls ours.
    """
    drawn = [await press.inline(replace(wanted, size=size, site=""), client) for size in LAYOUTS]
    placed = await asyncio.to_thread(lambda: list(map(plain, drawn, LAYOUTS.values())))
    return "".join(placed)


def plain(svg: str, layout: str) -> str:
    """The SVG without styles of its own, which the policy of the page forbids, and without what only a file needs."""
    root = etree.fromstring(svg.encode(), etree.XMLParser(resolve_entities=False, no_network=True, remove_pis=True))
    shorten(root)
    for element in list(root.iter(etree.Element)):
        if element.tag == f"{SVG}metadata":
            element.getparent().remove(element)
        else:
            _spell_out(element)
    _prune(root)
    etree.cleanup_namespaces(root)
    root.set("class", f"chart {layout}")
    return str(etree.tostring(root, encoding="unicode"))


def _spell_out(element: Any) -> None:
    """Each property as an attribute; names for Plotly's own scripts and styles go, but for the ground under words."""
    styles = element.attrib.pop("style", "")
    for name in [name for name in element.attrib if name == "class" or name.startswith("data-")]:
        if element.attrib[name] != GROUND:
            del element.attrib[name]
    for said in filter(None, map(str.strip, styles.split(";"))):
        name, value = map(str.strip, said.split(":", 1))
        if name not in SAID_THERE:
            element.set(name, value)


def _prune(element: Any) -> None:
    """Take out groups that hold nothing."""
    for child in list(element):
        _prune(child)
        if child.tag in EMPTY and not len(child):
            element.remove(child)
