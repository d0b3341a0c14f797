"""An SVG in a browser in; words that leave the picture, lie on one another or are too small out."""

from __future__ import annotations

from playwright.sync_api import Page

# One line of words a box: Plotly puts each line of a label into a tspan of its own. Pixels of the file.
LINES = """() => {
    const svg = document.querySelector('svg');
    const frame = svg.viewBox.baseVal;
    const scale = frame.width / svg.getBoundingClientRect().width;
    const corner = svg.getBoundingClientRect();
    const lines = [];
    for (const text of svg.querySelectorAll('text')) {
        const rows = text.querySelectorAll('tspan.line');
        for (const line of rows.length ? rows : [text]) {
            const words = line.textContent.replace(/\\u200b/g, '').trim();
            if (!words) continue;
            const range = document.createRange();
            range.selectNodeContents(line);
            const box = range.getBoundingClientRect();
            const size = parseFloat(getComputedStyle(line).fontSize);
            lines.push({
                words, size: size,
                left: (box.left - corner.left) * scale, right: (box.right - corner.left) * scale,
                top: (box.top - corner.top) * scale, bottom: (box.bottom - corner.top) * scale,
            });
        }
    }
    return [lines, frame.width, frame.height];
}"""
# The plot areas, as Plotly cuts them out.
PLOT = """() => [...document.querySelectorAll('clipPath.plotclip rect, clipPath.axesclip rect')]
    .map((rect) => ['x', 'y', 'width', 'height'].map((name) => rect.getAttribute(name)).join(' '))"""
# A box is as high as the typeface allows letters to be, which no letter here is: so much of it is empty.
AIR = 0.2
# Kerning and rounding.
SLACK = 1.5


def faults(page: Page, svg: str, least: float) -> list[str]:
    """What is wrong with the words of a picture whose smallest letters may be `least` pixels high."""
    page.set_content(f"<!DOCTYPE html><body style='margin:0'>{svg}")
    page.evaluate("document.fonts.ready")
    lines, width, height = page.evaluate(LINES)
    found = [f"too small ({line['size']:.1f}): {line['words']}" for line in lines if line["size"] < least - 0.01]
    for line in lines:
        air = AIR * line["size"]
        line["top"] += air
        line["bottom"] -= air
        if (
            line["left"] < -SLACK
            or line["top"] < -SLACK
            or line["right"] > width + SLACK
            or line["bottom"] > height + SLACK
        ):
            found.append(f"leaves the picture: {line['words']}")
    for index, one in enumerate(lines):
        found += [
            f"on one another: {one['words']} / {other['words']}" for other in lines[index + 1 :] if meet(one, other)
        ]
    return found


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes share more than a hair."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return across > SLACK and down > SLACK
