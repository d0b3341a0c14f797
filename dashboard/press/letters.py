"""Text in; its width, its lines and the part of the typeface that it needs out. The type is Inter, which we ship."""

from __future__ import annotations

import base64
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import ImageFont

FOLDER = Path(__file__).parent
FILES = {400: FOLDER / "inter-regular.ttf", 700: FOLDER / "inter-bold.ttf"}
# Latin, its additions, Russian Cyrillic, the rest of Kazakh, and signs.
ALPHABETS = ((" ", "~"), ("\u00a0", "\u02bc"), ("\u0400", "\u045f"), ("\u0460", "\u04ff"), ("\u2000", "\u26ff"))
# Measured at a size at which rounding to whole pixels does not count.
EM = 1000
# Browsers kern a little differently from the library that measures.
SPARE = 1.015


@cache
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FILES[700 if bold else 400]), EM, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=65_536)
def width(text: str, size: float, bold: bool = False) -> float:
    """Pixels from the left edge of a text of that size to its right edge."""
    return float(_font(bold).getlength(text)) * size / EM * SPARE


def drawable(text: str) -> bool:
    """Whether the typeface has every letter."""
    return {ord(letter) for letter in text} <= letters()


@cache
def letters() -> frozenset[int]:
    with TTFont(FILES[400]) as font:
        return frozenset(font.getBestCmap())


def faces(text: str | None = None) -> str:
    """CSS with the typeface inside: whole, or the alphabets of a text."""
    touched = (
        None if text is None else tuple(any(first <= letter <= last for letter in text) for first, last in ALPHABETS)
    )
    return "".join(
        f"@font-face{{font-family:Inter;font-weight:{weight};src:url(data:font/woff2;base64,{_cut(weight, touched)})}}"
        for weight in FILES
    )


@cache
def _cut(weight: int, alphabets: tuple[bool, ...] | None) -> str:
    """Alphabets instead of letters, because a cut takes a fifth of a second and there are few of these.

    The same alphabets give the same bytes: the font keeps the date of its making.
    """
    with TTFont(FILES[weight], recalcTimestamp=False) as font:
        if alphabets is not None:
            wanted = [span for span, used in zip(ALPHABETS, alphabets, strict=True) if used]
            cutter = subset.Subsetter(subset.Options(layout_features=["kern"], hinting=False, notdef_outline=True))
            cutter.populate(unicodes=[code for first, last in wanted for code in range(ord(first), ord(last) + 1)])
            cutter.subset(font)
        font.flavor = "woff2"
        cut = BytesIO()
        font.save(cut)
    return base64.b64encode(cut.getvalue()).decode()
