"""The catalogue in, the lists of codes that source files are checked against out."""

import csv

from dashboard.catalog import MEASURES, WORDS
from dashboard.i18n import FOLDER

# In these units every place that is named has at least one.
COUNTED_BY_PLACE = ("persons", "assignments")
CHANGES = ("growth_pct", "change_pct")


def codes() -> dict[str, list[str]]:
    """Name of a list -> its codes."""
    lists = ("agencies", "events", "languages", "sexes", "speakers", "world_regions")
    return {name: list(WORDS[name]) for name in lists} | {
        "measures": list(MEASURES),
        "counted_by_place": [code for code, measure in MEASURES.items() if measure.unit in COUNTED_BY_PLACE],
        "changes": [code for code in MEASURES if code.endswith(CHANGES)],
        "regions": _regions(),
    }


def _regions() -> list[str]:
    with (FOLDER / "places.csv").open(encoding="utf-8", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["code"].startswith("KZ-")]
