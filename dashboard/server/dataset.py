"""A figure ordered and its view in; what search engines for data read of it out: schema.org's Dataset as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from dashboard import data, exports, markup, press
from dashboard.catalog import MEASURES
from dashboard.server.address import link
from dashboard.view import View

# As much as search engines take.
LONGEST = 5000
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
# Would end the element or begin a comment; in JSON each may be written as a number.
RISKY = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def script(shown: View, wanted: press.Order) -> str:
    """An element of data, which no browser runs."""
    said = json.dumps(dataset(shown, wanted), ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{said.translate(RISKY)}</script>'


def dataset(shown: View, wanted: press.Order) -> dict[str, Any]:
    t, release = shown.t, data.release(shown.release)
    site = {"@type": "Organization", "name": t("Volunteers of Kazakhstan"), "url": f"{wanted.site}/?lang={t.code}"}
    counted = dict.fromkeys(shown.df.get("measure", ["placements"]))
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": shown.title,
        "description": shown.alt[:LONGEST],
        "url": wanted.page,
        "identifier": f"{wanted.name} {release['release']}",
        "version": release["release"],
        "dateModified": release["as_of"],
        "inLanguage": t.code,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": site,
        "publisher": site,
        "includedInDataCatalog": {"@type": "DataCatalog", "name": site["name"], "url": f"{wanted.site}/figures"},
        "variableMeasured": [t(MEASURES[code].title) for code in counted],
        "isBasedOn": [row["address"] for row in markup.source_rows(markup.all_sources(shown.df), shown.release)],
        "distribution": [_download(wanted, form, kind) for form, kind in (exports.FORMS | press.FORMS).items()],
    }


def _download(wanted: press.Order, form: str, kind: str) -> dict[str, str]:
    address = wanted.site + link(f"/figures/{wanted.name}.{form}", wanted.choices, lang=wanted.lang)
    return {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": address}
