"""A file or folder of assignments in, the table `assignments` and the table `problems` in a database out."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from pathlib import Path

import duckdb

from dashboard.publish.problems import NO_ROWS
from dashboard.publish.register import files, problems, vocabulary
from dashboard.publish.register.lines import Lines
from dashboard.publish.register.problems import Problem, Refused

QUERIES = Path(__file__).parents[3] / "queries" / "register"
BLOCK = hashlib.sha256().block_size


@dataclass(frozen=True)
class Reading:
    """How many rows were read and refused; the table `assignments` is there if none was."""

    connection: duckdb.DuckDBPyConnection
    read: int
    refused: int

    @property
    def accepted(self) -> int:
        return self.read - self.refused

    def problems(self, most: int) -> list[Problem]:
        """The first rows of the table `problems`: by file, sheet, row and column."""
        return [Problem(*row) for row in self.connection.table("problems").limit(most).fetchall()]


def read(path: Path, connection: duckdb.DuckDBPyConnection, today: dt.date, secret: bytes) -> Reading:
    """Read the rows once, and once more with their texts if some are not sound; Refused if that cannot be done.

    `connection` is empty, and in memory, as the ids go through it; its settings say how much memory there is, and in
    which folder of whom the rest may lie.
    """
    try:
        _prepare(connection, today, secret)
        return _checked(connection, _opened(path, connection), path)
    except Refused:
        connection.execute("DROP TABLE IF EXISTS assignments")
        raise
    finally:
        connection.execute(_text("reading/clear"))
        for setting in ("VARIABLE inner_key", "VARIABLE outer_key", "disabled_optimizers"):
            connection.execute(f"RESET {setting}")


def _opened(path: Path, connection: duckdb.DuckDBPyConnection) -> Lines:
    lines = Lines(connection)
    for name, file in files.listed(path):
        lines.add(name, file)
    lines.create()
    return lines


def _prepare(connection: duckdb.DuckDBPyConnection, today: dt.date, secret: bytes) -> None:
    key = (secret if len(secret) <= BLOCK else hashlib.sha256(secret).digest()).ljust(BLOCK, b"\0")
    connection.execute("SET VARIABLE inner_key = $key", {"key": bytes(byte ^ 0x36 for byte in key)})
    connection.execute("SET VARIABLE outer_key = $key", {"key": bytes(byte ^ 0x5C for byte in key)})
    connection.execute("SET VARIABLE today = $today::DATE", {"today": today})
    connection.execute("SET python_enable_replacements = false")  # a name in SQL is never a variable of Python
    connection.execute(_text("reading/macros"))
    connection.execute(_text("reading/problems_table"))
    connection.from_df(vocabulary.names()).create("names")
    # A type of their own: fifty million rows then hold numbers of two bytes, and no texts of sixteen.
    connection.execute("CREATE TYPE code AS ENUM (SELECT DISTINCT code FROM names ORDER BY code)")
    connection.execute("ALTER TABLE names ALTER code TYPE code")


def _checked(connection: duckdb.DuckDBPyConnection, lines: Lines, path: Path) -> Reading:
    connection.sql(_text("reading/typed")).create_view("typed")
    # DuckDB takes files for smaller than the lists of names, and would keep all their rows in memory to look these up.
    connection.execute("SET disabled_optimizers = 'build_side_probe_side'")
    try:
        connection.sql(_text("reading/assignments")).create("assignments")
    except duckdb.OutOfMemoryException:
        raise
    except duckdb.Error as error:  # DuckDB has no error of its own for bytes that make no sense
        raise Refused([Problem(path.name, None, None, None, None, problems.DAMAGED)]) from error
    if found := lines.unreadable():  # their neighbours' numbers would be wrong, and checks would miss them
        raise Refused(found)
    for name in ("twice", "doubled", "overlapping"):
        connection.sql(_text(f"reading/{name}")).create(name)
    ((rows, faulty),) = connection.sql(_text("reading/counts")).fetchall()
    if not rows:
        raise Refused([Problem(name, None, None, None, None, NO_ROWS) for name in lines.csv.values()])
    refused = _collect_problems(connection, lines) if faulty else 0
    if faulty:
        connection.execute("DROP TABLE assignments")
    else:
        connection.execute("ALTER TABLE assignments DROP COLUMN sound; ALTER TABLE assignments DROP COLUMN number")
    return Reading(connection, rows, refused)


def _collect_problems(connection: duckdb.DuckDBPyConnection, lines: Lines) -> int:
    """The table `problems`, and in how many rows they are; Refused if one of the columns is of persons."""
    lines.count_empty()
    connection.sql(_text("reading/suspects")).create("suspects")
    connection.sql(_text("reading/cells")).create("cells")
    if personal := connection.sql(_text("reading/personal")).fetchall():
        raise Refused(
            [Problem(file, sheet, row, column, "", problems.PERSONAL_CELLS) for file, sheet, row, column in personal]
        )
    found, *others = (connection.sql(path.read_text(encoding="utf-8")) for path in sorted(QUERIES.glob("checks/*.sql")))
    for each in others:
        found = found.union(each)
    found.create("found")
    connection.sql(_text("reading/problems")).insert_into("problems")
    ((refused,),) = connection.sql(_text("reading/refused")).fetchall()
    return int(refused)


def _text(name: str) -> str:
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
