"""A bare page in; the same page behind the routes and the middleware of the dashboard out."""

from pathlib import Path

import streamlit as st
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from dashboard import server

INDEX = Path(st.__file__).parent / "static" / "index.html"
# Streamlit looks for fonts beside the script of the page; ours lie beside the dashboard's.
FONTS = Path(server.__file__).parents[1] / "static"


def hi() -> st.App:
    """Serve the page that only writes "hi"."""
    return behind_ours("hi.py")


def chart() -> st.App:
    """Serve the page with one Plotly chart."""
    return behind_ours("chart.py")


def behind_ours(script: str) -> st.App:
    """What readers of the dashboard pass through, with another page at its end."""
    page = Path(__file__).with_name(script)
    fonts = Mount("/app/static", StaticFiles(directory=FONTS))
    return st.App(page, routes=[fonts, *server.routes()], middleware=server.middleware(INDEX, hurry=False))
