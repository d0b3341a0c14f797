"""A drawn figure in; the same figure larger, or in greys, out."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

# Ink and paper. The blue and the gold of the marks stand out from each by 3 to 1.
INKS = {"light": ("#041A22", "#FFFFFF"), "dark": ("#E8F1F4", "#0C1B22"), "grey": ("#000000", "#FFFFFF")}
HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})\b")
RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
# What is measured in pixels: under which name, within what. The width of a bar, too, is a "width", but not of pixels.
PIXELS = {
    ("font", "size"),
    ("textfont", "size"),
    ("tickfont", "size"),
    ("marker", "size"),
    ("pattern", "size"),
    ("line", "width"),
    *(("annotations", name) for name in ("arrowwidth", "ax", "ay", "borderpad", "borderwidth", "xshift", "yshift")),
}


def enlarge(figure: dict[str, Any], factor: float) -> None:
    """Make letters, lines and points larger; what is placed on axes grows with the picture."""
    _walk(figure, "", lambda value: value * factor)


def _walk(part: Any, within: str, larger: Callable[[float], float]) -> None:
    if isinstance(part, list):
        for each in part:
            _walk(each, within, larger)
    elif isinstance(part, dict):
        for name, value in part.items():
            if (within, name) not in PIXELS:
                _walk(value, name, larger)
            elif isinstance(value, list):
                part[name] = [larger(each) for each in value]
            else:
                part[name] = larger(value)


def grey(figure: dict[str, Any]) -> dict[str, Any]:
    """Each colour as the grey that is as light: marks differ by lightness, outline and hatching, not by hue."""
    text = json.dumps(figure)
    text = HEX.sub(lambda found: "#" + 3 * f"{_lightness(*(int(part, 16) for part in found.groups())):02x}", text)
    text = RGBA.sub(_grey_rgba, text)
    made: dict[str, Any] = json.loads(text)
    return made


def _lightness(red: int, green: int, blue: int) -> int:
    return round(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def _grey_rgba(found: re.Match[str]) -> str:
    red, green, blue, alpha = found.groups()
    light = _lightness(int(red), int(green), int(blue))
    return f"rgba({light},{light},{light},{alpha})"
