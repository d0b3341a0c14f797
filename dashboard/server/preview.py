"""A page, a language, the reader's choices and the site's address in; what a link to it shows out."""

import logging

from dashboard import figures, offered
from dashboard.catalog import EVERY_CHART, Chart, Page
from dashboard.i18n import Language
from dashboard.server.address import Choices, in_each_language, link
from dashboard.server.head import Picture, tags
from dashboard.view import view

LOG = logging.getLogger(__name__)


def by_path() -> dict[str, Page]:
    """The pages that there are at this moment."""
    return {page.path: page for page in offered.pages().values()}


def chart(page: Page) -> Chart:
    """The figure that stands for a page: its first; the timeline where a page has none."""
    return EVERY_CHART[page.charts[0] if page.charts else "placements_by_year"]


def preview(page: Page, lang: str, choices: Choices, origin: str) -> str:
    """The tags of a page of the app; its title and description name what the reader chose."""
    t, first = Language(lang), chart(page)
    said = {name: offered.said(t, name, value) for name, value in choices if value is not None}
    description = t(page.description)
    if drawn := [word for name, word in said.items() if name in first.parameters]:
        description += f" {t(first.title)}: {', '.join(drawn)}."
    return tags(
        lang,
        " · ".join([t(page.title), *said.values(), t("Volunteers of Kazakhstan")]),
        description,
        {code: origin + to for code, to in in_each_language(page.path, choices).items()},
        picture(first, t, tuple(each for each in choices if each[0] in first.parameters), origin),
    )


def picture(shown: Chart, t: Language, choices: Choices, origin: str) -> Picture | None:
    """The real figure as a card; none if it cannot be drawn, which must not take the page with it."""
    try:
        alt = view(getattr(figures, shown.code), t, choices).alt
    except Exception:
        LOG.exception("%s cannot be drawn", shown.code)
        return None
    return Picture(origin + link(f"/figures/{shown.code}.png", choices, lang=t.code, size="card"), alt)
