"""A view and its chart in; the page of the figure, or what of it stands in a frame on another site, out."""

from __future__ import annotations

from html import escape

from dashboard import captions, exports, markup, offered, press
from dashboard.markup import around
from dashboard.server import dataset, light, sections, takeaway
from dashboard.server.address import in_each_language, link
from dashboard.server.head import Picture, tags
from dashboard.server.years import codes, years
from dashboard.view import View


def whole(shown: View, wanted: press.Order, drawn: str) -> str:
    """The page in the frame of the site."""
    t, path = shown.t, f"/figures/{wanted.name}.html"
    choice = "".join(_choice(shown, wanted, path, name) for name in shown.chart.parameters)
    parts = (
        f"<h1>{around.heading(shown)}</h1>",
        around.subject(shown),
        choice,
        drawn,
        around.notes(shown),
        sections.note(shown),
        sections.source(shown),
        sections.way_back(shown, wanted.choices),
        sections.table(shown),
        sections.reasons(shown),
        sections.disagreement(shown, wanted.choices),
        sections.definitions(shown),
        sections.sources(shown),
        takeaway.files(shown, wanted),
        sections.sentence(shown),
        takeaway.citations(shown, wanted, captions.today()),
        takeaway.embedding(shown, wanted),
    )
    languages = in_each_language(path, wanted.choices)
    body = "\n".join(filter(None, parts))
    head = _head(shown, wanted)
    return light.page(t, head=head, body=body, languages=languages, kept=wanted.choices, site=wanted.site)


def inside(shown: View, wanted: press.Order, drawn: str) -> str:
    """Chart, caveat, sources, licence and the way to the whole page: what may never be left out elsewhere."""
    t = shown.t
    parts = (
        f"<h1>{around.heading(shown)}</h1>",
        around.subject(shown),
        drawn,
        around.notes(shown),
        sections.note(shown),
        "" if "<svg" in drawn else sections.table(shown),
        around.reasons(shown),
        sections.sources(shown),
        f"<p class='small'>{markup.traced(exports.licence(t), 'licence')}</p>",
        f'<p><a href="{escape(wanted.page)}">{escape(t("The whole page of this figure, with its table"))}</a></p>',
    )
    head = f'{_head(shown, wanted)}\n<meta name="robots" content="noindex">\n<base target="_blank">'
    return light.bare(t, head=head, body=f"<main>{''.join(parts)}</main>", kind="embed")


def _choice(shown: View, wanted: press.Order, path: str, name: str) -> str:
    """What can be chosen of one parameter while the others stay as they are."""
    t, code = shown.t, dict(wanted.choices).get(name)
    known = offered.codes(wanted.name, name, wanted.release)

    def address(other: str | None) -> str:
        chosen = dict(wanted.choices) | {name: other and offered.chosen(name, other)}
        return link(path, tuple(chosen.items()), lang=t.code)

    return years(t, code, known[1:], address) if name == "year" else codes(t, name, code or known[0], known, address)


def _head(shown: View, wanted: press.Order) -> str:
    t, path = shown.t, f"/figures/{wanted.name}.html"
    addresses = {code: wanted.site + to for code, to in in_each_language(path, wanted.choices).items()}
    card = link(f"/figures/{wanted.name}.png", wanted.choices, lang=t.code, size="card")
    title = f"{shown.heading} · {t('Volunteers of Kazakhstan')}"
    told = " ".join(filter(None, (f"{shown.heading}.", f"{shown.title}.", t(shown.chart.caveat))))
    seen = tags(t.code, title, told, addresses, Picture(wanted.site + card, shown.alt), "article")
    return f"{seen}\n{dataset.script(shown, wanted)}"
