"""Kept assignments on a path that every worker reaches in, the table `counts` out: the same rows as cells.counts."""

import tempfile
from concurrent.futures import Future, ThreadPoolExecutor, wait
from functools import reduce
from pathlib import Path

import duckdb
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession

from dashboard.publish import cells
from dashboard.publish.spark import translation
from dashboard.publish.spark.session import session
from dashboard.publish.spark.unable import Unable

# Seconds between two looks at the workers, and without any of them before the count is given up.
LOOK, PATIENCE = 1.0, 120.0
# As many parts as the register is long: each has a cost of its own, and has to fit into a worker's memory.
ROWS_A_PART, LEAST_PARTS = 50_000, 4


def counts(
    connection: duckdb.DuckDBPyConnection, kept: Path, beside: Path, address: str, patience: float = PATIENCE
) -> None:
    """Table `counts` from the Parquet in `kept`, which is what `assignments` shows, and the small tables beside it.

    Spark writes it as Parquet into a new folder in `beside`, which every worker reaches too and nobody else may.
    """
    with tempfile.TemporaryDirectory(prefix="counts-", dir=beside) as folder:
        written = Path(folder, "counts")
        try:
            with session(address) as spark:
                _offer(spark, connection, kept, Path(folder))
                _write(spark, counted(spark), written, patience)
        except (PySparkException, Py4JError) as error:
            raise Unable("stopped", _name(error)) from None
        _take(connection, written)


def counted(spark: SparkSession) -> DataFrame:
    """All tables of the fixed list, one below the other, by the statements that DuckDB runs."""
    spark.sql(translation.statement("service")).createOrReplaceTempView("service")
    tables = [spark.sql(translation.statement(f"tables/{name}")) for name in cells.TABLES]
    return reduce(DataFrame.unionByName, tables)


def _offer(spark: SparkSession, connection: duckdb.DuckDBPyConnection, kept: Path, folder: Path) -> None:
    """The rows of the register where they are kept, those of the short tables as files beside what will be counted."""
    assignments = connection.table("assignments")
    parts = len(assignments) // ROWS_A_PART + LEAST_PARTS
    spark.conf.set("spark.sql.shuffle.partitions", parts)
    # Read in parts of that length too: one that outgrows its memory writes itself to the disk again and again.
    size = sum(path.stat().st_size for path in kept.rglob("*.parquet"))
    spark.conf.set("spark.sql.files.maxPartitionBytes", size // parts + 1)
    spark.conf.set("spark.sql.files.openCostInBytes", 0)
    _show(spark, assignments, "assignments", kept)
    for name in translation.short_tables():
        table, path = connection.table(name), folder / f"{name}.parquet"
        table.write_parquet(str(path))
        _show(spark, table, name, path)


def _show(spark: SparkSession, relation: duckdb.DuckDBPyRelation, name: str, path: Path) -> None:
    """With names and types told, an empty folder is an empty table."""
    spark.read.schema(translation.columns(relation)).parquet(str(path)).createOrReplaceTempView(name)


def _write(spark: SparkSession, frame: DataFrame, path: Path, patience: float) -> None:
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(frame.coalesce(1).write.parquet, str(path))
        try:
            _await(writing, spark, patience)
        finally:
            if not writing.done():
                # What Spark would say of its own end is for nobody.
                spark.sparkContext.setLogLevel("OFF")
                spark.stop()
        writing.result()


def _await(writing: Future[None], spark: SparkSession, patience: float) -> None:
    """Unable if there is no worker for so many seconds; Spark itself would wait for ever."""
    lonely = 0.0
    while not writing.done():
        wait([writing], LOOK)
        lonely = 0.0 if _has_workers(spark) else lonely + LOOK
        if lonely >= patience:
            raise Unable("no_worker", spark.sparkContext.master)


def _has_workers(spark: SparkSession) -> bool:
    """The list holds the driver too, which works itself only if Spark runs within it."""
    context = spark.sparkContext
    return context.master.startswith("local") or int(context._jsc.sc().getExecutorMemoryStatus().size()) > 1


def _take(connection: duckdb.DuckDBPyConnection, written: Path) -> None:
    """The rows in the types that DuckDB would have given them, which the statements themselves say."""
    connection.execute(f"CREATE OR REPLACE VIEW service AS {cells.query('service')}")
    empty = connection.sql(cells.query(f"tables/{cells.TABLES[0]}")).limit(0)
    empty.create("counts")
    connection.read_parquet(f"{written}/*.parquet").insert_into("counts")


def _name(error: Exception) -> str:
    """Never the text of the error: it may quote what stood in a row."""
    condition = error.getCondition() if isinstance(error, PySparkException) else None
    return condition or type(error).__name__
