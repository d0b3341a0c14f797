"""A page, a language, the reader's choices and the site's address in; what a link to it shows out."""

import logging

from dashboard import captions, figures, offered
from dashboard.catalog import EVERY_CHART, Chart, Page
from dashboard.i18n import Language
from dashboard.server.address import Choices, in_each_language, link
from dashboard.server.head import Picture, Shared, tags
from dashboard.view import View, view

LOG = logging.getLogger(__name__)
# Letters of a title that chats and feeds show.
LONGEST = 70


def by_path() -> dict[str, Page]:
    """The pages that there are at this moment."""
    return {page.path: page for page in offered.pages().values()}


def chart(page: Page) -> Chart:
    """The figure that stands for a page: its first; the timeline where a page has none."""
    return EVERY_CHART[page.charts[0] if page.charts else "placements_by_year"]


def preview(page: Page, lang: str, choices: Choices, origin: str) -> str:
    """The tags of a page of the app: it is called as in the menu, and shared with what its first figure says."""
    t, first = Language(lang), chart(page)
    said = [offered.said(t, name, value) for name, value in choices if value is not None]
    shown = shared(first, t, tuple(each for each in choices if each[0] in first.parameters), origin)
    return tags(
        lang,
        " · ".join([t(page.title), *said, t("Volunteers of Kazakhstan")]),
        t(page.description),
        {code: origin + to for code, to in in_each_language(page.path, choices).items()},
        shown and (shown if page.charts else shown.picture),
    )


def shared(first: Chart, t: Language, choices: Choices, origin: str) -> Shared | None:
    """What the figure says, and the figure as a card; None if it cannot be drawn, which must not take the page away."""
    try:
        shown = view(getattr(figures, first.code), t, choices)
        card = link(f"/figures/{first.code}.png", choices, lang=t.code, size="card")
        return Shared(title(shown), captions.first_sentence(shown), Picture(origin + card, shown.alt))
    except Exception:
        LOG.exception("%s cannot be drawn", first.code)
        return None


def title(shown: View) -> str:
    """What it says, where that is no longer than chats show; else what it is called, and the choice."""
    if len(shown.heading) <= LONGEST:
        return shown.heading
    chosen = [offered.said(shown.t, name, value) for name, value in shown.choices if value is not None]
    return ", ".join([shown.name, *chosen])
