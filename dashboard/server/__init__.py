"""Where Streamlit's index.html lies in; the routes and the middleware of the app out."""

from pathlib import Path

from starlette.middleware import Middleware

from dashboard import i18n
from dashboard.data import BrokenData, check
from dashboard.server.compression import KeptFiles
from dashboard.server.gate import Gate
from dashboard.server.headers import Headers
from dashboard.server.hurry import ahead
from dashboard.server.index import Index
from dashboard.server.routes import land_url, routes

__all__ = ["BrokenData", "apology", "check", "land_url", "middleware", "routes"]


def middleware(index: Path, *, hurry: bool = True) -> list[Middleware]:
    """What stands around Streamlit, the outermost first; in a hurry, charts are fetched before they are asked for."""
    fetched = ahead(index.parent / "static") if hurry else ""
    return [
        Middleware(Gate),
        Middleware(Headers),
        Middleware(Index, html=index.read_text(encoding="utf-8"), ahead=fetched),
        Middleware(KeptFiles),
    ]


def apology(lang: str | None, accept_language: str | None) -> str:
    """The sentence that a reader gets in place of a page that failed."""
    t = i18n.Language(i18n.choose(lang, accept_language))
    return t("This page could not be shown. Try again in a moment or open another page.")
