"""The table `assignments` of a register in, the tables that are counted from it out, as one relation of cells."""

import datetime as dt
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from dashboard.i18n import Language

PROJECT = Path(__file__).parents[2]
QUERIES = PROJECT / "queries" / "register"
CLAIMS = PROJECT / "data" / "claims.parquet"
# The fixed list: one file a table, named as the table.
TABLES = tuple(sorted(path.stem for path in (QUERIES / "tables").glob("*.sql")))
# What touches every row of a register: statements that other engines have to read alike, with whole numbers and days.
SHARED = ("service", *(f"tables/{name}" for name in TABLES))

# So many rows are counted at once within the memory that a connection for private rows has.
BATCH = 4_000_000

# What counts the rows: the tables `assignments`, `years` and `spans` of a connection in, its table `counts` out.
Engine = Callable[[duckdb.DuckDBPyConnection], None]


class LaterThanTheData(ValueError):
    """An assignment starts after the day of the data; its days cannot be counted."""

    def __init__(self, latest: dt.date, as_of: dt.date) -> None:
        super().__init__(f"An assignment starts on {latest}, after the day of the data, {as_of}.")
        self.latest, self.as_of = latest, as_of

    def sentence(self, t: Language) -> str:
        """What is wrong and what to do, for the operator."""
        return t(
            "An assignment starts on {latest}, after the day of the data, {as_of}. Leave it out, or set a later day.",
            latest=t.date(self.latest),
            as_of=t.date(self.as_of),
        )


def count(
    connection: duckdb.DuckDBPyConnection, as_of: dt.date, engine: Engine | None = None
) -> duckdb.DuckDBPyRelation:
    """Tables `cells` and `parts` from `assignments`, up to `as_of`, the day of the data; in a connection of their own.

    cells: cell (its name), table, scope (abroad, home: two measures that are never added), year (null: all), dimension
    and code (null: all), measure, value, behind. People and assignments belong to the year in which the assignment
    started, volunteer-days to the year in which they lie; people are distinct volunteers. `behind` is the number of
    volunteers without whom the value would be zero. It decides what is withheld and is never released.
    parts: cell, total, measure, added_over (code, year, host, agency, or span: years over which a statement counts).
    Of assignments and days the parts add up to the total; of people the largest part <= total <= their sum. Always
    people <= assignments <= volunteer-days, and nothing of a span is more than that of all years.
    """
    _refuse_later(connection, as_of)
    connection.execute(f"CREATE OR REPLACE TABLE years AS {query('years')}", {"as_of": as_of})
    connection.read_parquet(str(CLAIMS)).create_view("claims", replace=True)
    connection.execute(f"CREATE OR REPLACE TABLE spans AS {query('spans')}")
    (engine or counts)(connection)
    for name in ("cells", "parts"):
        connection.execute(f"CREATE OR REPLACE TABLE {name} AS {query(name)}")
    return connection.table("cells")


def counts(connection: duckdb.DuckDBPyConnection, size: int = BATCH) -> None:
    """Table `counts` from `assignments`, `years` and `spans`: table, scope, year, dimension, code, and what is there.

    The only step that touches every row of a register; zeros are left out. Of more rows than `size` those of some
    volunteers are counted after those of others, so that memory stays what it is. Nobody is in two batches, so counts
    of people add up too.
    """
    for number, rows in enumerate(_batches(connection, size)):
        connection.execute(f"CREATE OR REPLACE TABLE batch AS {rows}")
        if number == 0:
            connection.execute("CREATE OR REPLACE VIEW service AS FROM batch")
            connection.execute(f"CREATE OR REPLACE TABLE batches AS FROM ({query(f'tables/{TABLES[0]}')}) LIMIT 0")
        for name in TABLES:
            connection.execute(f"INSERT INTO batches BY NAME {query(f'tables/{name}')}")
    connection.execute(f"CREATE OR REPLACE TABLE counts AS {query('counts')}")
    connection.execute(f"CREATE OR REPLACE VIEW service AS {query('service')}")
    connection.execute("DROP TABLE batch; DROP TABLE batches")


def _batches(connection: duckdb.DuckDBPyConnection, size: int) -> Iterator[str]:
    """Queries that each make all rows of `service` of some volunteers, sorted out once where the connection spills."""
    count = len(connection.table("assignments")) // size + 1
    if count == 1:
        yield query("service")
        return
    folder = Path(connection.sql("SELECT current_setting('temp_directory')").fetchall()[0][0])
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # DuckDB makes it when it first spills
    with tempfile.TemporaryDirectory(dir=folder) as spill:
        # Another hash than that by which tables are grouped, or each batch would fill a part of their memory only.
        rows = connection.sql(query("service")).project(f"*, hash('batch', volunteer) % {count} AS batch")
        rows.write_parquet(f"{spill}/service", compression="lz4", partition_by=["batch"])
        for batch in Path(spill).glob("service/*"):
            files = str(batch / "*.parquet").replace("'", "''")
            yield f"FROM read_parquet('{files}', hive_partitioning = FALSE)"


def _refuse_later(connection: duckdb.DuckDBPyConnection, as_of: dt.date) -> None:
    latest = connection.table("assignments").max("start_date").fetchall()[0][0]
    if latest is not None and latest > as_of:
        raise LaterThanTheData(latest, as_of)


def query(name: str) -> str:
    """The text of a statement of this folder; of SHARED every engine makes the same rows."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")
