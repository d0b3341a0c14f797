"""An address in; what it asks for out, or what is wrong with it: which part, and what may stand there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from dashboard import data, offered
from dashboard.catalog import EVERY_CHART
from dashboard.i18n import LANGUAGES
from dashboard.press.sizes import DEFAULT, SIZES, THEMES

FORMS = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
# What other sites add to a link that passes through them.
TRACKERS = ("utm_", "fbclid", "gclid", "yclid", "_openstat")
SWITCH = {"0": False, "1": True}


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


def choices_of(name: str, given: dict[str, str], release: str | None = None) -> tuple[tuple[str, str], ...]:
    """The choices of a figure; the default, which is also what an absent one means, is none."""
    allowed = {parameter: offered.codes(name, parameter, release) for parameter in EVERY_CHART[name].parameters}
    chosen = ((part, one_of(part, given.get(part, codes[0]), codes)) for part, codes in allowed.items())
    return tuple((part, code) for part, code in chosen if offered.chosen(part, code) is not None)


def known(name: str) -> str | None:
    """The release that a figure has at this moment, None for that of the statements; Wrong if there is no such figure.

    Whatever is made of the figure for one request keeps to it.
    """
    one_of("figure", name, offered.charts())
    return data.pinned(name)


def rows_asked(name: str, form: str, query: str, lang: str, site: str = "") -> Order:
    """The rows of a figure as a file: their language and their choices."""
    release = known(name)
    given = query_of(query, {"lang", *EVERY_CHART[name].parameters})
    lang = one_of("lang", given.get("lang", lang), LANGUAGES)
    return Order(name, form, lang, choices=choices_of(name, given, release), site=site, release=release)


def order(name: str, form: str, query: str, lang: str, site: str = "", release: str | None = None) -> Order:
    """The picture that a path and a query string ask for, in `lang` unless they name a language.

    Of today's release, or of another one that is kept.
    """
    if release is None:
        release = known(name)
    one_of("figure", name, EVERY_CHART)
    one_of("format", form, FORMS)
    given = query_of(query, {"lang", "size", "theme", "transparent", *EVERY_CHART[name].parameters})
    return Order(
        name=name,
        form=form,
        lang=one_of("lang", given.get("lang", lang), LANGUAGES),
        size=one_of("size", given.get("size", DEFAULT), SIZES),
        theme=one_of("theme", given.get("theme", THEMES[0]), THEMES),
        transparent=SWITCH[one_of("transparent", given.get("transparent", "0"), SWITCH)],
        choices=choices_of(name, given, release),
        site=site,
        release=release,
    )


def order_at(address: str, release: str | None = None) -> Order:
    """The order whose address this is, for a release of the archive too."""
    parts = urlsplit(address)
    name, _, form = parts.path.removeprefix("/figures/").partition(".")
    site = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return order(name, form, parts.query, "", site, release)
