"""The files of the release and a language in; datapackage.json, which says what they are, out."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from dashboard import data
from dashboard.catalog import PAGES, RULES, SITE
from dashboard.exports import fields
from dashboard.exports.document import licence
from dashboard.exports.fields import Descriptor
from dashboard.figures.findings import disclaimer
from dashboard.i18n import Language

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
MEDIA = {"csv": "text/csv", "json": "application/json", "parquet": "application/vnd.apache.parquet"}
CC_BY = {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
PDDL = {"name": "ODC-PDDL-1.0", "path": "https://opendatacommons.org/licenses/pddl/1-0/", "title": "ODC PDDL 1.0"}
UNICODE = {"name": "Unicode-3.0", "path": "https://www.unicode.org/license.txt", "title": "Unicode License v3"}
COUNTRY_CODES = {"title": "Country Codes, Datasets", "path": "https://github.com/datasets/country-codes"}
CLDR = {"title": "Unicode CLDR", "path": "https://cldr.unicode.org"}
UN_GEODATA = {"title": "UN Geodata, United Nations"}


def package(t: Language, contents: dict[str, bytes]) -> Descriptor:
    """The descriptor of the files by name, by the Data Package standard, version 2."""
    release = data.release()["release"]
    name = t("Volunteers of Kazakhstan")
    homepage = {"homepage": SITE["address"]} if SITE["address"] else {}
    return {
        "$schema": PROFILE,
        "name": "volunteers-of-kazakhstan",
        "id": release,
        "version": release,
        "title": name,
        "description": "\n\n".join(about(t)),
        **homepage,
        "licenses": [CC_BY],
        "contributors": [{"title": name, "roles": ["creator", "dataCurator"]}],
        "resources": [resource(t, path, body) for path, body in contents.items()],
        "sources": sources(t),
    }


def about(t: Language) -> list[str]:
    return [
        t(PAGES["overview"].description),
        f"{t('Data as of')}: {t.iso_date(data.release()['as_of'])}.",
        licence(t),
        *(t(RULES[rule]) for rule in ("split", "disagreement", "unlike", "repetition", "sum")),
        t(
            "The CSV files here are for programs: no text in them is changed. For a spreadsheet take the files under "
            "each figure, in which no text can be run as a formula."
        ),
    ]


def sources(t: Language) -> list[Descriptor]:
    """Every source by its title and address; a title that is our description is translated."""
    return [
        {"title": t(row["title"]) if row["title_kind"] == "description" else row["title"], "path": row["address"]}
        for row in data.query("sources").to_dict("records")
    ]


def resource(t: Language, path: str, body: bytes) -> Descriptor:
    table, _, form = path.partition(".")
    made = {
        "name": f"{table}-{form}" if form == "parquet" else table,
        "path": path,
        "title": titles(t)[table],
        **terms(t).get(table, {}),
        "format": form,
        "mediatype": MEDIA[form],
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
    }
    if form != "parquet":
        made["encoding"] = "utf-8"
    if form == "csv":
        made |= {"type": "table", "schema": fields.schema(t, table)}
    elif form == "parquet":
        made.setdefault("description", t("The table as it was released, in typed columns; lists are lists."))
    return made


def titles(t: Language) -> dict[str, str]:
    return {
        "claims": t("Published statements"),
        "sources": t("Sources"),
        "countries": t("Countries and areas"),
        "regions": t("Regions of Kazakhstan"),
        "borders": t("Borders of countries and areas at two scales"),
        "release": t("Data release"),
    }


def terms(t: Language) -> dict[str, Descriptor]:
    """Whence and on what terms comes what is not ours, as the NOTICE says."""
    united_nations = {
        "name": "other-nc",
        "title": t("UN Geodata: with credit to the United Nations, not for commercial use"),
    }
    return {
        "borders": {"description": disclaimer(t), "licenses": [united_nations], "sources": [UN_GEODATA]},
        "countries": {
            "licenses": [PDDL, UNICODE, united_nations],
            "sources": [COUNTRY_CODES, CLDR, UN_GEODATA],
        },
    }


def as_json(content: dict[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
