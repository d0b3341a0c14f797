"""The map as HTML: the marks and words of the figure, each once, where the figure has them."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

import plotly.graph_objects as go

from dashboard import figures
from dashboard.figures import land, style
from dashboard.figures.html_map import html_map
from dashboard.figures.still_map import PAGE, placements_map_still
from dashboard.i18n import Language
from dashboard.view import view
from dashboard.world import world

# 200 units across on 50 pixels and 400 down on 100: a quarter of a pixel a unit.
FIGURE = go.Figure(
    {
        "data": [
            {"type": "scatter", "mode": "lines", "x": [100, 200, None, 0, 40], "y": [0, 400, None, 80, 80],
             "line": {"width": 4, "color": style.BLUE}},
            {"type": "scatter", "mode": "markers", "x": [120], "y": [40],
             "marker": {"size": [12], "color": style.BLUE, "line": {"color": "#FFFFFF", "width": 1.5}}},
        ],
        "layout": {
            "width": 50,
            "height": 100,
            "xaxis": {"range": [0, 200]},
            "yaxis": {"range": [400, 0]},
            "images": [{"source": "/land.svg", "x": 0, "y": 0, "sizex": 1000, "sizey": 800}],
            "annotations": [
                {"x": 120, "y": 40, "text": "<b>7 & more</b><br>two", "name": "A-1 A-2", "bordercolor": style.BLUE,
                 "showarrow": True, "ax": 30, "ay": -20, "arrowcolor": style.GREY, "arrowwidth": 1},
                {"x": 40, "y": 80, "text": "Kenya", "name": "A-1", "showarrow": False, "xshift": 10, "yshift": 5},
            ],
        },
    }
)  # fmt: skip


def lines(html: str) -> str:
    (address,) = re.findall(r'src="data:image/svg\+xml,([^"]*)"', html)
    return unquote(address)


def test_lines_and_points_stand_at_their_pixels() -> None:
    """Counted by hand: 100 units are 25 px from the left edge of the picture; 400 down are 100 px."""
    drawn = lines(html_map(FIGURE, ""))
    assert "<path d='M25.0,0.0L50.0,100.0M0.0,20.0L10.0,20.0'" in drawn
    assert "<circle cx='30.0' cy='10.0' r='6'" in drawn
    assert "<line x1='30.0' y1='10.0' x2='60' y2='-10'" in drawn
    assert "width='50' height='100'>" in drawn


def test_dashes_and_fills_look_as_in_plotly() -> None:
    dashed, filled = go.Figure(FIGURE), go.Figure(FIGURE)
    dashed.data[0].line.dash = "dash"
    assert " fill='none' stroke='#0089A8' stroke-width='4' stroke-dasharray='7 4'/>" in lines(html_map(dashed, ""))
    filled.data[0].update(fill="toself", fillcolor=land.HOSTS)
    assert f" fill='{land.HOSTS}' stroke='#0089A8' stroke-width='4'/>" in lines(html_map(filled, ""))


def test_words_stand_at_their_pixels_with_their_ids() -> None:
    html = html_map(FIGURE, "")
    number = "<span class='number' data-trace='A-1 A-2' style='left:calc(50% + 35px);top:-10px'>"
    assert f"{number}<b>7 &amp; more</b><br>two</span>" in html
    assert "<span data-trace='A-1' style='left:calc(50% + -5px);top:15px'>Kenya</span>" in html


def test_the_land_is_as_large_as_the_window_needs_it() -> None:
    place = "left:calc(50% + -25px);top:0px;width:250.0px;height:200.0px"
    assert f"<img alt='' src='/land.svg' style='{place}'>" in html_map(FIGURE, "")


def test_what_it_says_cannot_end_its_attribute() -> None:
    said: list[str | None] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            said.append(dict(attrs).get("aria-label"))

    alt = "7 'together' <b> & \"more\""
    Reader().feed(html_map(FIGURE, alt))
    assert said[0] == alt


def test_every_label_of_the_map_is_on_the_page() -> None:
    for year in (None, 2022, 2024):
        shown = view(figures.placements_map, Language("kk"), (("year", year),))
        html = shown.still
        notes = placements_map_still(shown.df, shown.t, world(), PAGE).to_plotly_json()["layout"]["annotations"]
        words = re.findall(r"<span[^>]*>(.*?)</span>", html)
        assert [unescape(each) for each in words] == [note["text"] for note in notes]
        assert re.findall(r"<span[^>]*data-trace='([^']*)'", html) == [note["name"] for note in notes]
        assert land.address(world()) in html
