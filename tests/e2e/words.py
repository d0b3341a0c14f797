"""A page in; out come the words on it, read or spoken, that are not in the page's language."""

import re

from playwright.sync_api import Page

# A passage in another language says so with its own `lang`; code is code in every language.
SAID = """(lang) => {
    const skipped = 'code, pre, kbd, samp, script, style, noscript, template, [translate=no]';
    const spoken = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext',
                    'title', 'alt', 'placeholder', 'data-title'];
    const ours = (element) => !element.closest(skipped) && (element.closest('body [lang]')?.lang ?? lang) === lang;
    const said = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (ours(texts.currentNode.parentElement)) said.push(texts.currentNode.data);
    }
    for (const element of document.body.querySelectorAll('*')) {
        if (ours(element)) {
            said.push(...spoken.filter((name) => element.hasAttribute(name)).map((name) => element.getAttribute(name)));
        }
    }
    return [...new Set(said.map((text) => text.trim()).filter(Boolean))];
}"""

# Addresses, ids of claims and sources, names of files and columns.
CODES = re.compile(
    r"https?://\S+|\S+@\S+\.\w+|\b[\w.-]+\.(?:kz|org|int|com|net|de|cn|csv|xlsx|json|parquet|zip|sql|toml|md)\b(?:/\S*)?"
    r"|\b[A-Z0-9]{2,}(?:-[A-Z0-9]+)+\b|\b\w*[_\d]\w*\b",
    re.IGNORECASE,
)
LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2,}")
CYRILLIC = re.compile(r"[Ѐ-ӿ]{2,}")

# Names that are written in Latin letters in Kazakh and in Russian too.
TECHNICAL = "BibTeX|CC BY|CSV|EXPO|ISO|JSON|KZT|MIT|Parquet|PDF|PNG|RIS|SDMX|SQL|SVG|UN Geodata|USD|XLSX|ZIP"
BODIES = "BMZ|ESCAP|ESSCAP|GIZ|JICA|KOICA|UN|UNDP|UNFPA|UNHCR|UNICEF|UNV|WHO"
MEDIA = (
    "Bangladesh Live News|BAQ|Birgemiz|China Daily|China Youth Online|Coyote Communications"
    "|Culture of Peace News Network|DKnews|Issuu|Kazakh TV|nCa|Peace Corps Wiki|QazaqTV|Qazvolunteer|Reuters"
    "|Silk Way TV|Sputnik|The Astana Times|The Chosun Ilbo|The Jordan Times|The Korea Herald|Trend|Tura News|UzDaily"
    "|VoluNation|Zee News"
)
NAMES = re.compile(rf"\b(?:{TECHNICAL}|{BODIES}|{MEDIA})\b")


def foreign_words(page: Page, lang: str) -> list[str]:
    """Each text of the page with a word in the other alphabet: Latin in Kazakh and Russian, Cyrillic in English."""
    other = CYRILLIC if lang == "en" else LATIN
    return [text for text in page.evaluate(SAID, lang) if other.search(NAMES.sub("", CODES.sub("", text)))]
