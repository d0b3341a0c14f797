"""The catalogue and the list of places in, the lists of codes that source files are checked against out."""

from dashboard.catalog import MEASURES, WORDS
from dashboard.i18n.formats import place_codes

# In these units every place that is named has at least one.
COUNTED_BY_PLACE = ("persons", "assignments")


def codes() -> dict[str, list[str]]:
    """Name of a list -> its codes."""
    lists = ("agencies", "events", "languages", "sexes", "speakers")
    return {name: list(WORDS[name]) for name in lists} | {
        # The world is no region, nor is a sum that we make.
        "world_regions": [code for code in WORDS["world_regions"] if not code.startswith("_")],
        "measures": list(MEASURES),
        "counted_by_place": [code for code, measure in MEASURES.items() if measure.unit in COUNTED_BY_PLACE],
        "changes": [code for code, measure in MEASURES.items() if measure.signed],
        "countries": [code for code in place_codes() if not code.startswith("KZ-")],
        "regions": [code for code in place_codes() if code.startswith("KZ-")],
    }
