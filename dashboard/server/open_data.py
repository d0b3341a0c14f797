"""A request under /data/ in; a file of the released Data Package, or one sentence that names its files, out."""

from dataclasses import dataclass
from functools import cache

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute

from dashboard.exports import package
from dashboard.exports.descriptor import MEDIA
from dashboard.i18n import LANGUAGES, Language
from dashboard.server.answers import OPEN, answer, language, reading, refuse, tag

# What an address may ask for, besides a file: nothing, or its language.
CHOICES = ([], *([("lang", code)] for code in LANGUAGES))


@dataclass(frozen=True)
class File:
    body: bytes
    media_type: str
    etag: str


def routes() -> list[BaseRoute]:
    return [reading("/data", entrance), reading("/data/", entrance), reading("/data/{name:path}", file)]


def entrance(request: Request) -> Response:
    """Lead whoever asks for the folder to the file that describes it."""
    address = f"/data/{package.DESCRIPTOR}?lang={language(request).code}"
    return RedirectResponse(address, headers=OPEN | {"Cache-Control": "no-store"})


def file(request: Request) -> Response:
    """The name is looked up among those of the package, so nothing else on this machine can be asked for."""
    t, name = language(request), request.path_params["name"]
    if (found := files(t.code).get(name)) is None:
        return refuse(request, 404, t("There is no such file; the files are {files}.", files=t.join([*files(t.code)])))
    if request.query_params.multi_items() not in CHOICES:
        return refuse(request, 400, t("Only lang can be chosen here: {codes}.", codes=", ".join(LANGUAGES)))
    response = answer(request, found.body, found.media_type, file_name=name, etag=found.etag)
    if name == package.DESCRIPTOR:
        response.headers["Content-Language"] = t.code
    return response


@cache
def files(code: str) -> dict[str, File]:
    """The package in one language, made once: a release never changes under a running server."""
    bodies = package.files(Language(code)).items()
    return {name: File(body, MEDIA[name.rpartition(".")[2]], tag(f"/data/{name}", body)) for name, body in bodies}
