"""What is wrong with a source file, as one line that says where, why and what to do."""

from collections.abc import Callable
from typing import NamedTuple

Say = Callable[[str], str]


class Problem(NamedTuple):
    """`row` counts as a spreadsheet does, the header is 1; `sentence` is English and the key of its translation.

    A value of None is that of an empty cell, "" one that is not to be told.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    sentence: str


# The texts of this module, and those of queries/checks, are the keys of publish.po.
MISSING_FILE = "The file is missing. Put it back."
NOT_UTF_8 = "This is not UTF-8 text. Save the file as CSV UTF-8."
NOT_CSV = "From here on this is not CSV: a quotation mark is left open or stands inside a cell. Close or double it."
NO_ROWS = "The file has no rows. Put them back."
MISSING_COLUMN = "The column is missing. Put it back into the header."
UNKNOWN_COLUMN = "There is no such column. Take it out, or set its name right."
DOUBLED_COLUMN = "The column stands twice in the header. Keep it once."
EXTRA_CELL = "The row has more cells than the header. Put text that holds commas in quotation marks."
MISSING_CELL = "The row has fewer cells than the header: this one is missing. Add its comma, even where it stays empty."
NOT_A_TOPOLOGY = (
    "This is not TopoJSON with a layer named countries, an id and a label point (ct). Put the UN's file back."
)

_ROW = "row {row}"
_COLUMN = "column {column}"
_EMPTY = "empty"


def line(problem: Problem, say: Say = str) -> str:
    """claims.csv, row 3, column value, '1,000': This is not a plain number. ..."""
    where = [problem.file]
    if problem.row is not None:
        where.append(say(_ROW).format(row=problem.row))
    if problem.column is not None:
        where.append(say(_COLUMN).format(column=problem.column))
        if problem.value != "":
            where.append(say(_EMPTY) if problem.value is None else repr(problem.value))
    return ", ".join(where) + ": " + say(problem.sentence)
