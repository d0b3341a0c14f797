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
    found = pd.DataFrame(_all(), columns=["list", "code", "name"], dtype=object)
    found["name"] = found["name"].str.lower()
    return found.drop_duplicates().drop_duplicates(["list", "name"], keep=False)


def codes(column: str) -> list[str]:
    """The codes that a column of the register may hold, in the order of their list."""
    return list(dict.fromkeys(code for members, code, _ in _all() if members == CODED[column]))


def _all() -> Iterator[tuple[str, str, str]]:
    for code, alpha_2 in place_codes().items():
        if alpha_2 or code.startswith("KZ-"):
            members = "countries" if alpha_2 else "regions"
            yield from ((members, code, name) for name in (code, *(Language(lang).place(code) for lang in LANGUAGES)))
    for members in ("agencies", "sexes"):
        for code, word in WORDS[members].items():
            yield from ((members, code, name) for name in (code, *(Language(lang)(word) for lang in LANGUAGES)))
    for row in rows("words.csv"):
        yield from ((row["list"], row["code"], name) for name in (row["code"], row["name"]))
