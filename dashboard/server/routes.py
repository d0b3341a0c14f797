"""What the readers' machines and ours ask besides pages in; health, land and what crawlers ask out."""

import hashlib
from functools import cache
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import data
from dashboard.server import listing, listing_json, open_data, pictures, sitemap, twin
from dashboard.server.compression import ENCODERS, encoding
from dashboard.server.headers import FOR_EVER

SCALES = ("110m", "50m")
ICON = Path(__file__).parent.parent / "static" / "icon.svg"


def routes() -> list[BaseRoute]:
    return [
        Route("/healthz", healthz),
        *sitemap.routes(),
        *open_data.routes(),
        *listing.routes(),
        *listing_json.routes(),
        *twin.routes(),
        *pictures.routes(),
        # Where Streamlit keeps its own icon, which a page shows until it has said which is its.
        Route("/favicon.png", icon),
        Route("/land/{scale}-{digest}.json", land),
    ]


def healthz(request: Request) -> Response:
    release = data.release()
    health = {"status": "ok", "release": release["release"], "as_of": release["as_of"]}
    return JSONResponse(health, headers={"Cache-Control": "no-store"})


def icon(request: Request) -> Response:
    return FileResponse(ICON, headers={"Cache-Control": "public, max-age=86400"})


@cache
def borders(scale: str) -> bytes:
    return data.land(scale)


@cache
def borders_as(scale: str, code: str | None) -> bytes:
    return ENCODERS[code](borders(scale)) if code else borders(scale)


@cache
def land_url(scale: str = "110m") -> str:
    """The address of the borders, which changes when they do, so that a browser keeps them."""
    return f"/land/{scale}-{hashlib.sha256(borders(scale)).hexdigest()[:12]}.json"


def land(request: Request) -> Response:
    """The borders as GeoJSON; /land/110m-latest.json, as the address of an older release, leads to today's."""
    scale = request.path_params["scale"]
    if scale not in SCALES:
        raise HTTPException(404)
    if request.url.path != land_url(scale):
        return RedirectResponse(land_url(scale), headers={"Cache-Control": "no-store"})
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
    if code := encoding(request.scope):
        headers["Content-Encoding"] = code
    body = borders_as(scale, code)
    return Response(body, media_type="application/geo+json", headers=headers)
