"""What the reader may choose, and how a choice stands in the address."""

from dashboard.controls.address import (
    address,
    choices,
    chosen,
    here,
    keep_to,
    language,
    language_links,
    release,
    say_what_was_ignored,
    site,
)
from dashboard.controls.code import choose_code
from dashboard.controls.statement import open_statement, opened_statement, ways_to_statements
from dashboard.controls.statements import choose_statements
from dashboard.controls.year import choose_year

__all__ = [
    "address",
    "choices",
    "choose_code",
    "choose_statements",
    "choose_year",
    "chosen",
    "here",
    "keep_to",
    "language",
    "language_links",
    "open_statement",
    "opened_statement",
    "release",
    "say_what_was_ignored",
    "site",
    "ways_to_statements",
]
