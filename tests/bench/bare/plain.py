"""A folder with an answer, named by $BENCH_ANSWER, in; a Starlette app with one route that returns it out."""

import json
import os
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def plain() -> Starlette:
    """The same bytes at every address."""
    folder = Path(os.environ["BENCH_ANSWER"])
    body, headers = (folder / "body").read_bytes(), json.loads((folder / "headers").read_text(encoding="utf-8"))

    async def answer(request: Request) -> Response:
        return Response(body, headers=headers)

    return Starlette(routes=[Route("/{path:path}", answer)])
