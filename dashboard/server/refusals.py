"""What is wrong with an address of a figure in; one sentence in the reader's language, with what is allowed, out."""

from starlette.requests import Request
from starlette.responses import Response

from dashboard import press
from dashboard.server.answers import language, refuse

SHOWN = 40


def wrong(request: Request, error: press.Wrong) -> Response:
    """404 for a figure or a format that is not there, 400 for a parameter or a value."""
    t = language(request)
    value = error.value if len(error.value) <= SHOWN else error.value[:SHOWN] + "…"
    said = {"value": "".join(filter(str.isprintable, value)), "allowed": ", ".join(error.allowed), "part": error.part}
    if error.part == "figure":
        return refuse(request, 404, t("There is no figure {value}. The figures are: {allowed}.", **said))
    if error.part == "format":
        return refuse(request, 404, t("A figure has no format {value}. The formats are: {allowed}.", **said))
    if error.part == "parameter":
        return refuse(request, 400, t("The address has a parameter {value}. Allowed are: {allowed}.", **said))
    if not error.allowed:
        return refuse(request, 400, t("The address names {part} more than once. Name it once.", **said))
    return refuse(request, 400, t("The address has {part}={value}. Allowed are: {allowed}.", **said))
