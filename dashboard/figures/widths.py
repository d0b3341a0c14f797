"""A text in; the pixels that it takes at most on the reader's screen out, where no font can be measured."""

from __future__ import annotations

# Letters of Inter by their width in parts of the size of type, rounded up; others are as wide as the widest.
LETTERS = {
    0.25: "ijlïíі",
    0.3: " !',.:I·’\N{NO-BREAK SPACE}Iİ",
    0.4: "();`t|/[\\]fr",
    0.45: "1{}гғ",
    0.5: '"-^_–зт\N{NON-BREAKING HYPHEN}',
    0.55: "*?ksxкх",
    0.6: "57FJLacehnouvyz«»éèçãöôüåóñГабвеийлнопсуцчьэяёәҒқөұүһ",
    0.65: "#$&0234689EPRSTZbdgpqБЕЗРТУЬЯдръЁң",
    0.7: "+<=>ABKVXYÅАВКХфҰҮ",
    0.75: "CDGHUЛНПСЦЧЭыӘҚҺ",
    0.8: "NOQИЙОмҢӨ",
    0.85: "wДФЪжшщю",
    0.95: "mMМЫ",
}
PARTS = {letter: part for part, letters in LETTERS.items() for letter in letters}
WIDEST, BOLD = 1.1, 1.06


def text_width(text: str, size: float, bold: bool = False) -> float:
    """As the press measures it with the font itself, or a little more."""
    return sum(PARTS.get(letter, WIDEST) for letter in text) * size * (BOLD if bold else 1)
