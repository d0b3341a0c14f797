"""The data and the pages in; the web server out: `uvicorn app:app` or `streamlit run app.py`."""

import sys
from pathlib import Path

import streamlit as st

from dashboard import server

try:
    server.check()
except server.BrokenData as broken:
    sys.exit(str(broken))


def apologise(_: Exception) -> bool:
    """Show a sentence where a page failed. The error itself Streamlit has written into the log."""
    st.error(server.apology(st.query_params.get("lang"), st.context.headers.get("Accept-Language")))
    return True


SHELL = Path(__file__).parent / "dashboard" / "shell.py"
INDEX = Path(st.__file__).parent / "static" / "index.html"

app = st.App(SHELL, routes=server.routes(), middleware=server.middleware(INDEX), on_script_error=apologise)
