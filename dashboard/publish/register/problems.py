"""What is wrong with a register, as one line that says where, why and what to do."""

from typing import NamedTuple

from dashboard.publish import problems
from dashboard.publish.problems import Say


class Problem(NamedTuple):
    """`row` counts as a spreadsheet does, the header is 1 (Parquet has none); `sentence` is the key of its translation.

    `column` is what the file calls it. None is the value of an empty cell, "" one that is not to be told.
    """

    file: str
    sheet: str | None
    row: int | None
    column: str | None
    value: str | None
    sentence: str


class Refused(Exception):
    """The files cannot be read, or hold what they must not; `problems` says why."""

    def __init__(self, found: list[Problem]) -> None:
        super().__init__(f"{len(found)} problems")
        self.problems = found


# The texts of this module, and those of queries/register/checks, are keys of publish.po beside those of all publishing.
NOT_A_TABLE = "This is neither CSV, XLSX nor Parquet. Take the file out, or save it as one of the three."
NO_FILES = "The folder holds no CSV, XLSX or Parquet file. Put the register into it."
OUT_OF_THE_FOLDER = "This link leads out of the folder. Put the file itself in its place."
UTF_16 = "This is UTF-16 text. Save the file as CSV UTF-8."
NOT_UTF_8 = "This is not UTF-8 text; in Windows-1251 Kazakh letters are lost. Save the file anew as CSV UTF-8."
WRONG_DELIMITER = "The header is one single cell. Part cells by a comma, a semicolon or a tab."
NOT_A_WORKBOOK = "This is no whole XLSX workbook: it is cut, damaged or locked with a password. Save it anew."
ZIP_BOMB = "Unpacked, this workbook would be of a size that no register has. Make it anew from the template."
NOT_PARQUET = "This is no whole Parquet file: it is cut or damaged. Make it anew."
DAMAGED = "The file cannot be read to its end: it is cut or damaged. Make it anew."
TOO_MANY_COLUMNS = "There are far more columns than a register has. Keep those of the template only."
EMPTY_HEADER = "This cell of the header is empty. Part merged cells, and give each column its name."
BEYOND_THE_HEADER = "This cell stands beyond the last column of the header. Take it out, or name its column."
BOTH_AGES = "There is a year of birth and an age group. Keep one of the two columns."
PERSONAL_HEADER = "By its name this column holds personal data, which a register must not have. Take it out."
PERSONAL_CELLS = (
    "This column holds an IIN, a phone number or an e-mail address. Take it out, or put a key of your own in its place."
)

# What the command says beside them.
ROWS = "{read} rows were read: {accepted} are sound, {refused} are not."
NOT_READ = "Nothing was read. What stands in the way:"
ALL_PROBLEMS = "All {count} problems are in {file}."
NOTHING_CHANGED = "Nothing was published or changed."

_SHEET = "sheet {sheet}"


def line(problem: Problem, say: Say = str) -> str:
    """register.xlsx, sheet Data, row 3, column sex, 'x': No such code for sex. ..."""
    sheet = "" if problem.sheet is None else ", " + say(_SHEET).format(sheet=problem.sheet)
    cell = (problem.row, problem.column, problem.value, problem.sentence)
    return problems.line(problems.Problem(problem.file + sheet, *cell), say)
