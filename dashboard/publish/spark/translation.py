"""A statement that both engines share in, the same in Spark's words out: there is no second copy of any query."""

import duckdb
import sqlglot
from sqlglot import exp

from dashboard.publish import cells

# What a statement reads that is as long as a register, and what Spark makes of it.
LONG = {"assignments", "service"}


def statement(name: str) -> str:
    """One of cells.SHARED for Spark; sqlglot raises where it knows no such words."""
    return str(_parsed(name).sql(dialect="spark", comments=False, unsupported_level=sqlglot.ErrorLevel.RAISE))


def short_tables() -> set[str]:
    """Names of the tables with few rows that the shared statements read: Spark is given their rows by DuckDB."""
    found = {table.name for name in cells.SHARED for table in _parsed(name).find_all(exp.Table)}
    own = {cte.alias for name in cells.SHARED for cte in _parsed(name).find_all(exp.CTE)}
    return found - own - LONG


def columns(relation: duckdb.DuckDBPyRelation) -> str:
    """Names and types of a relation of DuckDB's, as Spark declares them."""
    types = (exp.DataType.build(str(kind), dialect="duckdb").sql(dialect="spark") for kind in relation.types)
    return ", ".join(f"`{name}` {kind}" for name, kind in zip(relation.columns, types, strict=True))


def _parsed(name: str) -> exp.Expression:
    return sqlglot.parse_one(cells.query(name), read="duckdb")
