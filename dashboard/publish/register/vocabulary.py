"""The catalogue, the places and the words kept by hand in, one list of codes and of the names that mean them out."""

from collections.abc import Iterator

import pandas as pd

from dashboard.catalog import WORDS
from dashboard.i18n import LANGUAGES, Language
from dashboard.i18n.formats import place_codes
from dashboard.publish.register.headers import rows

CODED = {
    "host_country": "countries",
    "agency": "agencies",
    "programme": "programmes",
    "category": "categories",
    "sex": "sexes",
    "age_group": "age_groups",
    "home_region": "regions",
}


def names() -> pd.DataFrame:
    """list, code, name (in small letters, each once a list): a name that two codes share means neither."""
    found = pd.DataFrame(_all(), columns=["list", "code", "lang", "name"], dtype=object).drop(columns="lang")
    found["name"] = found["name"].str.lower()
    return found.drop_duplicates().drop_duplicates(["list", "name"], keep=False)


def titles() -> Iterator[tuple[str, str, list[str]]]:
    """Column, code and its names in the three languages, in the order of the lists: what a ministry may write."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for members, code, lang, name in _all():
        named = found.setdefault((members, code), {})
        if lang:
            named.setdefault(lang, name)
    for column, members in CODED.items():
        for (each, code), named in found.items():
            if each == members:
                yield column, code, [named.get(lang, code) for lang in LANGUAGES]


def _all() -> Iterator[tuple[str, str, str, str]]:
    """List, code, language (none of a code, or of another word) and name."""
    for code, alpha_2 in place_codes().items():
        if alpha_2 or code.startswith("KZ-"):
            members = "countries" if alpha_2 else "regions"
            yield members, code, "", code
            yield from ((members, code, lang, Language(lang).place(code)) for lang in LANGUAGES)
    for code, word in WORDS["agencies"].items():
        yield "agencies", code, "", code
        yield from (("agencies", code, lang, Language(lang)(word)) for lang in LANGUAGES)
    for row in rows("words.csv"):
        yield row["list"], row["code"], "", row["code"]
        yield row["list"], row["code"], row["lang"], row["name"]
