"""An address in; what it asks for out, or what is wrong with it: which part, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard.catalog import CHARTS, PARAMETERS
from dashboard.i18n import LANGUAGES
from dashboard.press.sizes import DEFAULT, SIZES, THEMES

FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
# What other sites add to a link that passes through them.
TRACKERS = ("utm_", "fbclid", "gclid", "yclid", "_openstat")
SWITCH = {"0": False, "1": True}
ALL = "all"


class Wrong(ValueError):
    """A part of an address that means nothing here: `part` is its name, `allowed` what it may be."""

    def __init__(self, part: str, value: str, allowed: Iterable[str]) -> None:
        super().__init__(part)
        self.part, self.value, self.allowed = part, value, tuple(allowed)


@dataclass(frozen=True)
class Order:
    """A picture of a figure. `choices` are those of the figure, in the order of the catalog; `site` as https://host."""

    name: str
    form: str
    lang: str
    size: str = DEFAULT
    theme: str = THEMES[0]
    transparent: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    site: str = ""
    release: str | None = None

    @property
    def address(self) -> str:
        """Where exactly this picture is: every part is named, always in the same order."""
        look = {"size": self.size, "theme": self.theme, "transparent": str(int(self.transparent))}
        return f"{self.site}/figures/{self.name}.{self.form}?" + urlencode(
            {"lang": self.lang} | look | dict(self.choices)
        )

    @property
    def page(self) -> str:
        """Where a reader finds the figure with its rows and its sources."""
        return f"{self.site}/figures/{self.name}.html?" + urlencode({"lang": self.lang} | dict(self.choices))

    @property
    def file_name(self) -> str:
        """What a reader's machine calls it: placements_map-2024-square-kk.png."""
        look = [self.size] + ([self.theme] if self.theme != THEMES[0] else []) + ["transparent"] * self.transparent
        return self._named(*(look if self.form in FORMS else []))

    def _named(self, *look: str) -> str:
        return "-".join([self.name, *(code for _, code in self.choices), *look, self.lang]) + f".{self.form}"


def query_of(text: str, parameters: Iterable[str]) -> dict[str, str]:
    """The parameters of a query string, each once; Wrong for one that is unknown or stands there twice."""
    given = parse_qsl(text, keep_blank_values=True)
    known = sorted(parameters)
    found: dict[str, str] = {}
    for name, value in given:
        if name.startswith(TRACKERS):
            continue
        if name not in known:
            raise Wrong("parameter", name, known)
        if name in found:
            raise Wrong(name, f"{found[name]}&{value}", ())
        found[name] = value
    return found


def one_of(part: str, value: str, allowed: Iterable[str]) -> str:
    """The value, if it may stand there."""
    codes = tuple(allowed)
    if value not in codes:
        raise Wrong(part, value, codes)
    return value


def choices_of(name: str, given: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """The choices of a figure; all, which is also what an absent one means, is none."""
    allowed = {parameter: (ALL, *PARAMETERS[parameter]) for parameter in CHARTS[name].parameters}
    chosen = ((part, one_of(part, given.get(part, ALL), codes)) for part, codes in allowed.items())
    return tuple((part, code) for part, code in chosen if code != ALL)


def rows_asked(name: str, query: str, lang: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The language and the choices for the rows of a figure."""
    one_of("figure", name, CHARTS)
    given = query_of(query, {"lang", *CHARTS[name].parameters})
    return one_of("lang", given.get("lang", lang), LANGUAGES), choices_of(name, given)


def order(name: str, form: str, query: str, lang: str, site: str = "") -> Order:
    """The picture that a path and a query string ask for, in `lang` unless they name a language."""
    one_of("figure", name, CHARTS)
    one_of("format", form, FORMS)
    given = query_of(query, {"lang", "size", "theme", "transparent", *CHARTS[name].parameters})
    return Order(
        name=name,
        form=form,
        lang=one_of("lang", given.get("lang", lang), LANGUAGES),
        size=one_of("size", given.get("size", DEFAULT), SIZES),
        theme=one_of("theme", given.get("theme", THEMES[0]), THEMES),
        transparent=SWITCH[one_of("transparent", given.get("transparent", "0"), SWITCH)],
        choices=choices_of(name, given),
        site=site,
    )


def order_at(address: str, release: str | None = None) -> Order:
    """The order whose address this is, for a release of the archive too."""
    parts = urlsplit(address)
    name, _, form = parts.path.removeprefix("/figures/").partition(".")
    site = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return replace(order(name, form, parts.query, "", site), release=release)
