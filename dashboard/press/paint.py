"""A drawn figure in; the same figure larger, or in greys, out."""

from __future__ import annotations

import json
import re
from typing import Any

# Ink and paper. The blue and the gold of the marks stand out from each by 3 to 1.
INKS = {"light": ("#041A22", "#FFFFFF"), "dark": ("#E8F1F4", "#0C1B22"), "grey": ("#000000", "#FFFFFF")}
HEX = re.compile(r"#([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})([0-9A-Fa-f]{2})\b")
RGBA = re.compile(r"rgba\((\d+), ?(\d+), ?(\d+), ?([\d.]+)\)")
# What is measured in pixels: within what, under which name. The width of a bar, too, is a "width", but not of pixels.
WITHIN = {
    *((kind, "size") for kind in ("font", "textfont", "tickfont", "marker", "pattern")),
    ("line", "width"),
    *(("margin", side) for side in ("l", "r", "t", "b")),
    *(("layout", side) for side in ("width", "height")),
}
# What is in pixels wherever it stands.
ALWAYS = {"arrowwidth", "ax", "ay", "borderpad", "borderwidth", "standoff", "xshift", "yshift", "zerolinewidth"}


def enlarged(part: Any, factor: float, within: str = "", name: str = "") -> Any:
    """The same with all its letters, lines, points and edges larger; what is placed on axes grows with the picture."""
    if isinstance(part, list):
        return [enlarged(each, factor, within, name) for each in part]
    if isinstance(part, dict):
        return {key: enlarged(value, factor, name, key) for key, value in part.items()}
    return part * factor if (within, name) in WITHIN or name in ALWAYS else part


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
