"""A picture as the browser drew it in; the same with the typeface inside and in its size on paper out."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

import pikepdf

from dashboard.press import letters
from dashboard.press.sizes import MM, Size

FACES = re.compile(r"<style>@font-face.*?</style>", re.DOTALL)
TEXT = re.compile(r">([^<]+)<")
POINTS = 72
# How Plotly writes charts.INK.
INK_IN_SVG = re.compile(r"rgb\(1, 2, 3\)|#010203")
# What browsers take a pixel of a page for.
CSS_DPI = 96


def finished(form: str, content: bytes, size: Size) -> bytes:
    """SVG: only the alphabets that its words need, millimetres on paper. PDF: the sheet in its true size."""
    if form == "svg":
        return _svg(content.decode(), size).encode()
    return _pdf(content, size) if form == "pdf" else content


def bare(content: bytes) -> str:
    """An SVG for the inside of a page: no typeface of its own, no size but its shape, words in the page's colour."""
    text = FACES.sub("", content.decode(), count=1)
    text = re.sub(r'^(<svg[^>]*?) width="[\d.]+" height="[\d.]+"', r"\1", text, count=1)
    return re.sub(INK_IN_SVG, "currentColor", text)


def _svg(text: str, size: Size) -> str:
    words = unescape("".join(TEXT.findall(FACES.sub("", text))))
    text = FACES.sub(f"<style>{letters.faces(words)}</style>", text, count=1)
    if size.paper:
        for name, pixels, length in zip(("width", "height"), (size.width, size.height), size.paper, strict=True):
            text = text.replace(f'{name}="{pixels}"', f'{name}="{length}mm"', 1)
    return text


def _pdf(content: bytes, size: Size) -> bytes:
    """The browser rounds the sheet to whole points, and takes our 300 dots an inch for 96."""
    paper = size.paper or (size.width / CSS_DPI * MM, size.height / CSS_DPI * MM)
    width, height = (length / MM * POINTS for length in paper)
    with pikepdf.open(BytesIO(content)) as pdf:
        page = pdf.pages[0]
        across, down = width / float(page.mediabox[2]), height / float(page.mediabox[3])
        page.contents_add(f"q {across:.6f} 0 0 {down:.6f} 0 0 cm\n".encode(), prepend=True)
        page.contents_add(b"\nQ")
        page.mediabox = pikepdf.Array([0, 0, round(width, 3), round(height, 3)])
        for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            if box in page:
                del page[box]
        made = BytesIO()
        # The identity of the file is decided when it is sealed; here it would hold the time.
        pdf.save(made, static_id=True)
    return made.getvalue()
