"""The bytes of a picture in; its size, its words and its typefaces out."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pikepdf
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from dashboard import data, markup
from dashboard.press import SIZES, Order, shown

SPACE = re.compile(r"\s+")
SVG = "{http://www.w3.org/2000/svg}"
POINTS, MM, CSS_DPI = 72, 25.4, 96


def squeezed(text: str) -> str:
    """Without spaces: lines end where there is room, and an address may be cut anywhere."""
    return SPACE.sub("", text)


def parts(wanted: Order) -> dict[str, str]:
    """What every picture must say, in the words of its language."""
    view = shown(wanted)
    release = data.release(view.release)
    first, *_ = markup.source_rows(markup.all_sources(view.df), view.release) or [{"publisher": ""}]
    return {
        "title": view.heading,
        "subtitle": view.subject,
        "note": view.t(view.chart.caveat),
        "source": view.t(first["publisher"]),
        "licence": "CC BY 4.0",
        "date": view.t.iso_date(release["as_of"]),
        "release": release["release"],
        "address": wanted.page.partition("://")[2],
    }


def missing(wanted: Order, words: str) -> list[str]:
    """The parts that these words do not hold."""
    said = squeezed(words)
    return [name for name, text in parts(wanted).items() if squeezed(text) not in said]


def words(form: str, content: bytes) -> str:
    """All that can be read in an SVG or selected in a PDF."""
    if form == "svg":
        return " ".join("".join(text.itertext()) for text in etree.fromstring(content).iter(f"{SVG}text"))
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def size(form: str, content: bytes) -> tuple[Any, Any]:
    """As the file says it: attributes of an SVG, pixels of a PNG, points of a PDF."""
    if form == "svg":
        root = etree.fromstring(content)
        return root.get("width"), root.get("height")
    if form == "png":
        return Image.open(BytesIO(content)).size
    box = PdfReader(BytesIO(content)).pages[0].mediabox
    return round(float(box.width), 1), round(float(box.height), 1)


def expected_size(form: str, code: str) -> tuple[Any, Any]:
    """The same by hand from the name of the size."""
    wanted = SIZES[code]
    if form == "png" or (form == "svg" and not wanted.paper):
        sides = (wanted.width, wanted.height)
        return sides if form == "png" else (str(sides[0]), str(sides[1]))
    if form == "svg":
        assert wanted.paper
        return f"{wanted.paper[0]}mm", f"{wanted.paper[1]}mm"
    if wanted.paper:
        return round(wanted.paper[0] / MM * POINTS, 1), round(wanted.paper[1] / MM * POINTS, 1)
    return round(wanted.width / CSS_DPI * POINTS, 1), round(wanted.height / CSS_DPI * POINTS, 1)


def typefaces(content: bytes) -> dict[str, bool]:
    """Every typeface of a PDF, and whether it lies inside."""
    found: dict[str, bool] = {}
    for page in PdfReader(BytesIO(content)).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            inner = font.get_object()["/DescendantFonts"][0].get_object()
            found[inner["/BaseFont"].partition("+")[2]] = "/FontFile2" in inner["/FontDescriptor"]
    return found


def rasters(form: str, content: bytes) -> int:
    """How many pictures made of points an SVG or a PDF holds."""
    if form == "svg":
        return sum(1 for _ in etree.fromstring(content).iter(f"{SVG}image"))
    with pikepdf.open(BytesIO(content)) as pdf:
        return sum(1 for part in pdf.objects if isinstance(part, pikepdf.Stream) and part.get("/Subtype") == "/Image")
