"""Claims in, a small database of them out, and the rows that a query gives on it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

import duckdb

from dashboard import data
from dashboard.data.tables import add_macros

Claim = dict[str, Any]
Row = dict[str, Any]

YEARS = (None, *range(2019, 2027))
NAMES = sorted(path.stem for path in data.QUERIES.glob("*.sql"))
VIEWS = {
    path.stem.partition("_")[2]: path.read_text("utf-8") for path in sorted((data.QUERIES / "views").glob("*.sql"))
}

# One for each step of the written order: language, official or not, date, no date.
SOURCES: tuple[Row, ...] = (
    {"source": "RU", "official": False, "published_on": "2024-05-13", "language": "ru"},
    {"source": "RU-LATE", "official": False, "published_on": "2025-12", "language": "ru"},
    {"source": "EN", "official": False, "published_on": "2025-05-13", "language": "en"},
    {"source": "EN-OFFICIAL", "official": True, "published_on": "2023", "language": "en"},
    {"source": "KK-UNDATED", "official": False, "published_on": None, "language": "kk"},
)
COUNTRY = ("country", "name_en", "name_ru", "name_kk", "lon", "lat")
COUNTRIES = (
    ("KAZ", "Kazakhstan", "Казахстан", "Қазақстан", 67.3, 48.17),
    ("KEN", "Kenya", "Кения", "Кения", 37.86, 0.54),
    ("THA", "Thailand", "Таиланд", "Таиланд", 101.02, 15.16),
    ("TUR", "Türkiye", "Турция", "Түркия", 35.45, 38.99),
    ("JOR", "Jordan", "Иордания", "Иордания", 36.79, 31.25),
    ("SWE", "Sweden", "Швеция", "Швеция", 16.55, 62.73),
)
REGION = ("region", "name_en", "name_ru", "name_kk")
REGIONS = (
    ("KZ-71", "Astana city", "город Астана", "Астана қаласы"),
    ("KZ-23", "Atyrau Region", "Атырауская область", "Атырау облысы"),
    ("KZ-63", "East Kazakhstan Region", "Восточно-Казахстанская область", "Шығыс Қазақстан облысы"),
)
PLAIN: Claim = {
    "claim": "A",
    "measure": "placements",
    "value": 7.0,
    "qualifier": "exact",
    "kind": "flow",
    "period_from": date(2024, 1, 1),
    "period_to": date(2024, 12, 31),
    "from_precision": "year",
    "to_precision": "year",
    "origin": "KAZ",
    "hosts": [],
    "agencies": [],
    **dict.fromkeys(("region", "world_region", "event", "sex", "dispute", "tension", "corroborates", "said_by")),
    "said_in": "ru",
    "source": "RU",
    "note": "Said in a speech.",
}


def claim(**changes: Any) -> Claim:
    """Seven sent abroad in 2024, by an exact statement; or what `changes` makes of it."""
    assert changes.keys() <= PLAIN.keys()
    return PLAIN | changes


def over_years(first: int, last: int) -> Claim:
    """The period of whole years."""
    return {"period_from": date(first, 1, 1), "period_to": date(last, 12, 31)}


def on_day(year: int, month: int, day: int) -> Claim:
    there = date(year, month, day)
    return {"period_from": there, "period_to": there, "from_precision": "day", "to_precision": "day"}


def by_id(claims: Iterable[Claim]) -> dict[str, Claim]:
    return {claim["claim"]: claim for claim in claims}


class Tables:
    """One connection for many sets of claims. Each query is planned once; each set fills tables and views anew."""

    def __init__(self, views: Mapping[str, str] = VIEWS) -> None:
        self.views = list(views)
        self.connection = duckdb.connect(":memory:", config={"threads": "1"})
        # A plan made for no rows must not lean on there being none.
        self.connection.execute("PRAGMA disable_optimizer")
        for table in data.TABLES:
            columns = f"FROM read_parquet('{data.DATA / table}.parquet') LIMIT 0"
            self.connection.execute(f"CREATE TABLE {table} AS {columns}")
        insert(
            self.connection,
            "sources",
            [source | {"title": source["source"], "publisher": f"Paper {source['source']}"} for source in SOURCES],
        )
        insert(self.connection, "countries", [dict(zip(COUNTRY, row, strict=True)) for row in COUNTRIES])
        insert(self.connection, "regions", [dict(zip(REGION, row, strict=True)) for row in REGIONS])
        add_macros(self.connection)
        for view, text in views.items():
            self.connection.execute(f"CREATE TABLE {view} AS {text}")
            self.connection.execute(f"PREPARE fill_{view} AS INSERT INTO {view} {text}")
        self.parameters: dict[str, frozenset[str]] = {}
        for name in NAMES:
            self.plan(name, data.sql(name))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def plan(self, name: str, text: str) -> None:
        """Keep the text of a query under a name."""
        self.parameters[name] = frozenset(duckdb.extract_statements(text)[0].named_parameters)
        self.connection.execute(f"PREPARE {name} AS {text}")

    def hold(self, claims: Iterable[Claim]) -> None:
        """Let these be all claims that there are."""
        self.connection.execute("DELETE FROM claims")
        insert(self.connection, "claims", list(claims))
        for view in self.views:
            self.connection.execute(f"DELETE FROM {view}")
            self.connection.execute(f"EXECUTE fill_{view}")

    def rows(self, name: str, **values: str | int | None) -> list[Row]:
        """What a query answers; a parameter that is not given is null."""
        given = {key: values.get(key) for key in sorted(self.parameters[name])}
        listed = ", ".join(f"{key} := {'NULL' if value is None else repr(value)}" for key, value in given.items())
        return fetch(self.connection.execute(f"EXECUTE {name}" + (f"({listed})" if listed else "")))


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row]) -> None:
    if rows:
        columns = list(rows[0])
        one = f"({', '.join('?' * len(columns))})"
        cells = [row[column] for row in rows for column in columns]
        connection.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES {', '.join([one] * len(rows))}", cells)


def fetch(answer: duckdb.DuckDBPyConnection) -> list[Row]:
    """Rows as dictionaries."""
    columns = [column[0] for column in answer.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]


def published(connection: duckdb.DuckDBPyConnection) -> list[Claim]:
    """The claims that a connection holds."""
    return fetch(connection.execute("SELECT * FROM claims ORDER BY claim"))
