"""A request in, its language and choices out; a path and choices in, the addresses of it in each language out."""

from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.types import Scope

from dashboard import offered
from dashboard.catalog import Page
from dashboard.i18n import LANGUAGES, choose

# Parameter and value; None where the address names no value, or not one that exists.
Choices = tuple[tuple[str, int | str | None], ...]


def query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)


def language(scope: Scope) -> str:
    """The language that the page itself will choose."""
    return choose(single(scope, "lang"), Headers(scope=scope).get("accept-language"))


def choices(scope: Scope, page: Page) -> Choices:
    """What the address says of the parameters of a page, as its cards would hand it to their figures."""
    return tuple((name, chosen(name, single(scope, name), codes)) for name, codes in offered.of_page(page).items())


def single(scope: Scope, name: str) -> str | None:
    """The value of a parameter; one given twice says nothing."""
    values = [value for key, value in query(scope) if key == name]
    return values[0] if len(values) == 1 else None


def chosen(name: str, code: str | None, codes: tuple[str, ...]) -> int | str | None:
    if code is None or code not in codes or offered.chosen(name, code) is None:
        return None
    return offered.value(code)


def link(path: str, choices: Choices = (), **first: str) -> str:
    """The address of a choice: /abroad?lang=ru&year=2024."""
    said = first | {name: str(value) for name, value in choices if value is not None}
    return f"{path}?{urlencode(said)}" if said else path


def in_each_language(path: str, choices: Choices = ()) -> dict[str, str]:
    """The addresses of one thing by language; under x-default the one that lets the browser's languages decide."""
    named = {lang: link(path, choices, lang=lang) for lang in LANGUAGES}
    return named | {"x-default": link(path, choices)}
