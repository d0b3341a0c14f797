"""A figure ordered and its view in; the lines of HTML with which another site shows it out."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from dashboard.press import ON_PAGE
from dashboard.press.charts import on_page
from dashboard.press.order import Order
from dashboard.press.sizes import DEFAULT, SIZES
from dashboard.view import View

# What stands in the frame besides the chart, in pixels.
AROUND = 330
# A table of a page names who said each number, too.
ROOMIER = 2


def frame(shown: View, wanted: Order) -> str:
    """The light page without its frame, which tells sources and licence too."""
    width, height = ON_PAGE[DEFAULT]
    if not shown.is_map:
        height = on_page(shown, width, height)["layout"]["height"] * (ROOMIER if shown.is_table else 1)
    return (
        f'<iframe src="{escape(f"{wanted.page}&embed=1")}" title="{escape(shown.title)}" width="100%" '
        f'height="{height + AROUND}" loading="lazy" style="border:0"></iframe>'
    )


def picture(shown: View, wanted: Order) -> str:
    """The wide picture, which leads to its light page."""
    size = SIZES[DEFAULT]
    address = replace(wanted, form="png", size=size.code).address
    return (
        f'<a href="{escape(wanted.page)}"><img src="{escape(address)}" alt="{escape(shown.alt)}" width="{size.width}" '
        f'height="{size.height}" loading="lazy" style="max-width:100%;height:auto"></a>'
    )
