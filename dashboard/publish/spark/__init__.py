"""The address of a cluster in, an engine out that counts a register there: the same statements, on more machines."""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import duckdb

from dashboard.publish.spark import java, master
from dashboard.publish.spark.unable import Unable


def engine(address: str | None) -> Callable[[duckdb.DuckDBPyConnection, Path, Path], None]:
    """What counts on Spark; Unable, before any row is read, if it could not.

    It takes a connection with the view `assignments` and the short tables, the Parquet behind that view, and a folder
    for what passes through files; both on a disk that every worker reaches under the same name.
    """
    if find_spec("pyspark") is None or find_spec("sqlglot") is None:
        raise Unable("no_spark")
    java.refuse_old()
    address = address or ""
    master.refuse_silent(address)
    # Not before now: without Spark there is nothing to import.
    from dashboard.publish.spark.counting import counts

    return partial(counts, address=address)
