"""A view, its address and the pictures of it in; what a press kit says of itself in one language out."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from dashboard import data, exports
from dashboard.catalog import WORDS
from dashboard.figures.findings import disclaimer
from dashboard.i18n import LANGUAGES, Language
from dashboard.press.order import Order
from dashboard.press.sizes import SIZES, measures
from dashboard.view import View


def readme(shown: View, order: Order, pictures: Iterable[Order]) -> str:
    """Parts with a title each: what is in here, how to use it, licence, address, how to verify."""
    t = shown.t
    release = data.release(shown.release)
    verify = f"{order.site}/verify?{urlencode({'lang': t.code})}"
    licence = [exports.licence(t)] + ([disclaimer(t)] if shown.is_map else [])
    parts = {
        f"{LANGUAGES[t.code]} · {t('Press kit')} · {t('Volunteers of Kazakhstan')}": [
            shown.title,
            f"{t('Data as of')}: {t.iso_date(release['as_of'])}. {t('Data release')}: {release['release']}",
        ],
        t("What is in here"): contents(t, pictures),
        t("How to use it"): uses(t),
        t("Licence"): licence,
        t("Address"): [order.page],
        t("How to check a picture"): [
            t("Give it to {address}: the page says whether it is ours, whole and still true.", address=verify)
        ],
    }
    return "\n".join(_part(title, lines) for title, lines in parts.items())


def _part(title: str, lines: Iterable[str]) -> str:
    return "\n".join([title, "=" * len(title), *lines, ""])


def contents(t: Language, pictures: Iterable[Order]) -> list[str]:
    """Each file of the folder of a language, and what it is."""
    drawn = {each.file_name: f"{t(WORDS['sizes'][each.size])}, {measures(t, SIZES[each.size])}" for each in pictures}
    told = {
        "*.csv, *.xlsx, *.json": t("The numbers drawn, with their sources"),
        "alt.txt": t("The picture in words, for those who cannot see it"),
        "caption.txt": t("Lines to stand under the picture"),
        "sentence.txt": t("The numbers as sentences, ready for a text"),
        "cite*": t("How to cite it: APA, GOST, BibTeX, RIS, CSL-JSON"),
    }
    return [f"{t.code}/{name}: {what}" for name, what in (drawn | told).items()]


def uses(t: Language) -> list[str]:
    return [
        f"- {advice}"
        for advice in (
            t("Show a picture whole: title, sources and licence stand inside it."),
            t("Give the words of alt.txt to the picture wherever it stands on a website."),
            t(
                "Quote a number with what stands beside it: “over”, “about”, “at least”, the period, and that sources "
                "differ. Neither add numbers nor divide a total."
            ),
            t("In the three languages the chart stands at the same place, so one picture can replace another."),
            t("The citations name no day of access: add the day on which you saw the page."),
        )
    ]
