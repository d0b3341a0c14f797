"""A card of a page in; where its marks are and what each says out, and which words are in each other's way."""

from __future__ import annotations

import re
from typing import NamedTuple

from playwright.sync_api import Locator

# Pixels on the screen of each mark that can be chosen: the middle of a dot, a place within a bar.
MARKS = """(card) => {
    const chart = card.querySelector('.js-plotly-plot'), box = chart.getBoundingClientRect();
    const marks = [];
    for (const trace of chart._fullData.filter((each) => each.hoverinfo === 'text')) {
        const x = chart._fullLayout[trace.xaxis.replace('x', 'xaxis')];
        const y = chart._fullLayout[trace.yaxis.replace('y', 'yaxis')];
        const across = trace.type === 'bar' && trace.orientation === 'h', base = trace.base ?? [];
        trace.x.forEach((_, i) => {
            const inside = (end, from) => (end + from) / 2;
            const left = across ? inside(x.d2p(trace.x[i] + (base[i] ?? 0)), x.d2p(base[i] ?? 0)) : x.d2p(trace.x[i]);
            const top = trace.type === 'bar' && !across ? inside(y.d2p(trace.y[i]), y.d2p(0)) : y.d2p(trace.y[i]);
            marks.push([box.left + x._offset + left, box.top + y._offset + top, trace.hovertext[i]]);
        });
    }
    return marks;
}"""
# Lines of words on the charts of a page that meet another line of the same chart, or leave it, by more than hair.
CROWDED = """() => [...document.querySelectorAll('.stPlotlyChart')].flatMap((chart) => {
    const all = chart.querySelector('.main-svg').getBoundingClientRect();
    const texts = [...chart.querySelectorAll('.main-svg text')].filter((text) => !text.closest('.hoverlayer'));
    const lines = texts.flatMap((text) => {
        const several = [...text.querySelectorAll('tspan.line')];
        return several.length ? several : [text];
    }).filter((line) => line.textContent.trim() && line.getBoundingClientRect().width);
    const air = (r) => r.height > r.width * 1.5 && r.height > 20
        ? { left: r.left + r.width * 0.22, right: r.right - r.width * 0.22, top: r.top + 1, bottom: r.bottom - 1 }
        : { left: r.left + 1, right: r.right - 1, top: r.top + r.height * 0.22, bottom: r.bottom - r.height * 0.22 };
    const boxes = lines.map((line) => [line.textContent, air(line.getBoundingClientRect())]);
    const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const name = chart.closest('[class*=st-key-card_]').className.match(/st-key-card_(\\w+)/)[1];
    return boxes.flatMap(([said, one], place) => [
        ...(one.left < all.left - 1 || one.right > all.right + 1 || one.top < all.top - 1 || one.bottom > all.bottom + 1
            ? [`${name} cuts: ${said}`] : []),
        ...boxes.slice(place + 1).filter(([, other]) => meet(one, other))
            .map(([other]) => `${name}: ${said} / ${other}`),
    ]);
})"""


class Mark(NamedTuple):
    """Pixels on the screen, and the lines that pointing there shows."""

    x: float
    y: float
    said: list[str]


def marks(card: Locator) -> list[Mark]:
    """Those of the chart of a card, once it is in sight."""
    card.locator(".stPlotlyChart").scroll_into_view_if_needed()
    found = card.evaluate(MARKS)
    return [Mark(x, y, re.sub("</?b>", "", said).split("<br>")) for x, y, said in found]
