"""What the readers' machines and ours ask besides pages in; health, land and what crawlers ask out."""

import hashlib
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from dashboard import data
from dashboard.figures.land import address, picture
from dashboard.server import kit, listing, listing_json, open_data, pictures, sitemap, twin, verify
from dashboard.server.compression import ENCODERS, encoding
from dashboard.server.headers import FOR_EVER
from dashboard.world import geojson, world

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
        *kit.routes(),
        *pictures.routes(),
        verify.route(),
        # Where Streamlit keeps its own icon, which a page shows until it has said which is its.
        Route("/favicon.png", icon),
        Route("/land/{scale}-{digest}.json", land),
        Route("/land/110m-{digest}.svg", land_picture),
    ]


def healthz(request: Request) -> Response:
    release = data.release()
    health = {"status": "ok", "release": release["release"], "as_of": release["as_of"]}
    if (name := data.register.current()) is not None:
        health |= {"register": name, "register_as_of": data.release(name)["as_of"]}
    return JSONResponse(health, headers={"Cache-Control": "no-store"})


def icon(request: Request) -> Response:
    return FileResponse(ICON, headers={"Cache-Control": "public, max-age=86400"})


@cache
def borders(scale: str) -> bytes:
    return geojson(scale)


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
    return kept(request, land_url(scale), partial(borders_as, scale), "application/geo+json")


@cache
def picture_as(code: str | None) -> bytes:
    drawn = picture(world())
    return ENCODERS[code](drawn) if code else drawn


def land_picture(request: Request) -> Response:
    """The land under the still map, drawn; an older address leads to today's."""
    return kept(request, address(world()), picture_as, "image/svg+xml")


def kept(request: Request, today: str, body: Callable[[str | None], bytes], media_type: str) -> Response:
    """A file that browsers keep for ever at the address that it has today; `body` makes it in an encoding."""
    if request.url.path != today:
        return RedirectResponse(today, headers={"Cache-Control": "no-store"})
    headers = {"Cache-Control": FOR_EVER, "Vary": "Accept-Encoding"}
    code = encoding(request.scope)
    if code:
        headers["Content-Encoding"] = code
    return Response(body(code), media_type=media_type, headers=headers)
