"""What is wrong with the address of a figure in; one sentence that says so, and what may stand there, out."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from dashboard import exports, press
from dashboard.i18n import Language
from dashboard.server.answers import language, refuse

# All that a figure can be had as.
FORMATS = ("html", *press.FORMS, *exports.FORMS, "zip")
# Of what somebody wrote into an address, as much as it takes to know it again.
SHOWN = 40


def wrong(request: Request, error: press.Wrong) -> Response:
    """404 for a figure or a format that there is not, 400 for all else."""
    status = 404 if error.part in ("figure", "format") else 400
    return refuse(request, status, sentence(language(request), error))


def sentence(t: Language, error: press.Wrong) -> str:
    """The part, the value and the allowed values, in the reader's language. Plain text: whoever puts it in a page
    escapes it."""
    if not error.allowed:
        return t("“{part}” may stand in the address only once.", part=error.part)
    allowed = ", ".join(FORMATS if error.part == "format" else error.allowed)
    value = shortened(error.value)
    if error.part == "figure":
        return t("There is no figure “{value}”. The figures are: {allowed}.", value=value, allowed=allowed)
    if error.part == "format":
        return t("There is no format “{value}”. The formats are: {allowed}.", value=value, allowed=allowed)
    if error.part == "parameter":
        return t("There is no parameter “{value}” here. The parameters are: {allowed}.", value=value, allowed=allowed)
    return t("“{part}” cannot be “{value}”. Allowed are: {allowed}.", part=error.part, value=value, allowed=allowed)


def shortened(value: str) -> str:
    """No more than a few letters, and none that a terminal or a line of text would obey."""
    shown: Iterable[str] = (letter if letter.isprintable() else "·" for letter in value[:SHOWN])
    return "".join(shown) + ("…" if len(value) > SHOWN else "")
