"""What a page is, in plain values, in; the tags by which a search engine, a chat or a feed shows its link out."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dashboard.i18n import Language

LOCALES = {"kk": "kk_KZ", "ru": "ru_RU", "en": "en_GB"}


@dataclass(frozen=True)
class Picture:
    """The picture beside a link: where it lies, and what it shows in words."""

    address: str
    alt: str
    width: int = 1200
    height: int = 630
    type: str = "image/png"


@dataclass(frozen=True)
class Shared:
    """What a link to a page shows, where that is not the title and the description of the page."""

    title: str
    description: str
    picture: Picture | None


def tags(
    lang: str,
    title: str,
    description: str,
    addresses: Mapping[str, str],
    shown: Picture | Shared | None,
    kind: str = "website",
) -> str:
    """HTML for the head of a page: title, description, canonical and alternate addresses, Open Graph, Twitter.

    `addresses` holds the whole address of the page for kk, ru, en and x-default; `kind` is an Open Graph type.
    """
    shared = shown if isinstance(shown, Shared) else Shared(title, description, shown)
    return "\n    ".join(
        (
            f"<title>{escape(title)}</title>",
            _meta("name", "description", description),
            f'<link rel="canonical" href="{escape(addresses[lang])}">',
            *(f'<link rel="alternate" hreflang="{code}" href="{escape(to)}">' for code, to in addresses.items()),
            *(_meta("property", f"og:{name}", said) for name, said in _graph(lang, shared, kind)),
            _meta("property", "og:url", addresses[lang]),
            *(_picture(shared.picture) if shared.picture else ()),
            _meta("name", "twitter:card", "summary_large_image" if shared.picture else "summary"),
            _meta("name", "twitter:title", shared.title),
            _meta("name", "twitter:description", shared.description),
        )
    )


def _graph(lang: str, shared: Shared, kind: str) -> tuple[tuple[str, str], ...]:
    t = Language(lang)
    return (
        ("type", kind),
        ("site_name", t("Volunteers of Kazakhstan")),
        ("title", shared.title),
        ("description", shared.description),
        ("locale", LOCALES[lang]),
        *(("locale:alternate", locale) for code, locale in LOCALES.items() if code != lang),
    )


def _picture(picture: Picture) -> tuple[str, ...]:
    return (
        _meta("property", "og:image", picture.address),
        _meta("property", "og:image:width", str(picture.width)),
        _meta("property", "og:image:height", str(picture.height)),
        _meta("property", "og:image:type", picture.type),
        _meta("property", "og:image:alt", picture.alt),
        _meta("name", "twitter:image", picture.address),
        _meta("name", "twitter:image:alt", picture.alt),
    )


def _meta(key: str, name: str, said: str) -> str:
    return f'<meta {key}="{name}" content="{escape(said)}">'
