"""A request in; the address at which readers reach this site out: https://volunteers.example."""

import re

from starlette.datastructures import Headers
from starlette.types import Scope

from dashboard.catalog import SITE

# A name, a number or an IPv6 address in brackets, and a port: nothing that could end an attribute or begin a path.
LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
HOST = re.compile(
    rf"(?=[^:]{{1,253}}(?::|$))(?:{LABEL}\.)*{LABEL}(?::\d{{1,5}})?|\[[0-9a-f:.]{{2,45}}\](?::\d{{1,5}})?"
)


def origin(scope: Scope) -> str:
    """What the catalog says; else what the request says; nothing, so that links stay relative, if that is odd."""
    if SITE["address"]:
        return SITE["address"].rstrip("/")
    headers = Headers(scope=scope)
    hosts = [host.lower() for host in headers.getlist("host")]
    if len(hosts) != 1 or not HOST.fullmatch(hosts[0]):
        return ""
    return f"{scheme(headers, scope)}://{hosts[0]}"


def scheme(headers: Headers, scope: Scope) -> str:
    """The scheme that the reader used: a web server in front says so if it ends the encryption."""
    said = headers.get("x-forwarded-proto", "").partition(",")[0].strip().lower()
    if said in ("http", "https"):
        return said
    return "https" if scope["scheme"] in ("https", "wss") else "http"
