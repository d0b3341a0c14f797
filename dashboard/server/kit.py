"""The address of a figure's press kit in; the ZIP with all that a newsroom needs of it out."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute

from dashboard import press
from dashboard.press.kit import Kit, kit
from dashboard.server.answers import answer, language, reading
from dashboard.server.pictures import client, not_now
from dashboard.server.refusals import wrong
from dashboard.server.site import origin


def routes() -> list[BaseRoute]:
    return [reading("/figures/{name}.zip", press_kit)]


async def press_kit(request: Request) -> Response:
    """The kit is in all languages; one that the address names is that of a refusal."""
    name = request.path_params["name"]
    try:
        asked = press.rows_asked(name, "zip", request.url.query, language(request).code, origin(request.scope))
        wanted = Kit(name, asked.choices, asked.site, asked.release)
        content = await kit(wanted, client(request))
    except press.Wrong as error:
        return wrong(request, error)
    except (press.NoBrowser, press.Busy, press.Failed) as error:
        return not_now(request, error)
    return answer(request, content, "application/zip", file_name=wanted.file_name)
