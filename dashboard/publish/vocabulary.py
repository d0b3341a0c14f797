"""The catalogue and the list of places in, the lists of codes that source files are checked against out."""

from dashboard.catalog import MEASURES, WORDS
from dashboard.i18n.formats import place_codes

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
        "countries": [code for code in place_codes() if not code.startswith("KZ-")],
        "regions": [code for code in place_codes() if code.startswith("KZ-")],
    }
