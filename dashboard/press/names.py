"""An SVG as Plotly wrote it in; the same with nothing left to chance, neither names nor their order, out."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

XLINK = "{http://www.w3.org/1999/xlink}href"
# Plotly names what it draws after six random digits: defs-06897e, clip06897exyplot.
CHANCE = re.compile(r"defs-([0-9a-f]{6})")
TRACE = re.compile(r" trace[0-9a-f]{6}\b")
REFERENCE = re.compile(r"(?<=url\()([\"']?#)([^\"')]+)")


def settle(root: Any, key: str) -> None:
    """Name anew, after `key` and the order of the file, what is named by chance and whatever refers to it.

    Only names: the same digits may well stand in a text or a colour. The attributes come in the order of their names,
    since which of them Plotly writes first depends on which of its parts is ready first.
    """
    ids = root.xpath("//@id")
    chance = next((found[1] for each in ids if (found := CHANCE.fullmatch(each))), None)
    by_chance = [each for each in ids if chance in each] if chance else []
    names = {old: f"{old.partition(chance)[0]}{key}-{number}" for number, old in enumerate(by_chance)}
    for element in root.iter(etree.Element):
        attributes = sorted((name, _settled(name, value, names)) for name, value in element.attrib.items())
        element.attrib.clear()
        element.attrib.update(attributes)


def _settled(name: str, value: str, names: dict[str, str]) -> str:
    if name == "id":
        return names.get(value, value)
    if name in ("href", XLINK):
        return f"#{names[value[1:]]}" if value[1:] in names else value
    if name == "class":
        return TRACE.sub("", value)
    return REFERENCE.sub(lambda link: link[1] + names.get(link[2], link[2]), value) if "url(" in value else value
