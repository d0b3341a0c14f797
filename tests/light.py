"""The HTML of a page without scripts in; its parts, as a reader or a program finds them, out."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import html

Cells = list[list[str]]
NUMBER = re.compile("([−-]?\\d+(?:[\N{NO-BREAK SPACE},.]\\d+)*)(?:\N{NO-BREAK SPACE}(million|billion|млн|млрд))?")
POWERS = {"million": 10**6, "млн": 10**6, "billion": 10**9, "млрд": 10**9}


def parsed(page: str | bytes) -> Any:
    text = page.decode() if isinstance(page, bytes) else page
    # lxml knows HTML 4: what stands in an SVG it reads as HTML too, which is enough here.
    return html.document_fromstring(text)


def said(element: Any) -> str:
    """The words of an element, as one line; what must not be torn apart stays so."""
    return re.sub(r"[ \n\t]+", " ", str(element.text_content())).strip()


def rows(page: Any) -> tuple[list[str], Cells]:
    """The head and the rows of the table with the numbers."""
    (table,) = page.xpath("//table[not(@class)]")
    head = [said(cell) for cell in table.xpath("./thead/tr/th")]
    lines = table.xpath("./tbody/tr[not(th/@scope='rowgroup')]")
    return head, [[said(cell) for cell in line.xpath("./th|./td")] for line in lines]


def alts(page: Any) -> list[str]:
    """What is said of each drawing to those who do not see it."""
    return [said(each) for each in page.xpath("//svg/desc")]


def data_of(page: Any) -> Any:
    (script,) = page.xpath("//script")
    assert script.get("type") == "application/ld+json"
    return json.loads(script.text_content())


def numbers(text: str, lang: str) -> list[float]:
    """Every number in a text, written as the language writes numbers."""
    thousands, decimal = (",", ".") if lang == "en" else ("\N{NO-BREAK SPACE}", ",")
    read = ((said.replace(thousands, "").replace(decimal, "."), word) for said, word in NUMBER.findall(text))
    return [round(float(said.replace("−", "-")) * POWERS.get(word, 1), 2) for said, word in read]
