"""Files in, one view `lines` of all their rows as text out: file, sheet, row and the columns of the register."""

from __future__ import annotations

import glob
from pathlib import Path

import duckdb
import pandas as pd
from duckdb import ColumnExpression, ConstantExpression, SQLExpression

from dashboard.publish.register import delimited, headers, problems, workbooks
from dashboard.publish.register.headers import Header
from dashboard.publish.register.problems import Problem, Refused

# The rows of workbooks are copied before they are checked: a sheet has a million at most.
COPIED = "workbook_lines"


class Lines:
    """What is opened of the files so far; Refused by `create` if any of them cannot be read."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self.parts = [_empty(connection)]
        self.headers: list[Header] = []
        self.problems: list[Problem] = []
        self.csv: dict[str, str] = {}

    def add(self, name: str, path: Path) -> None:
        kind = path.suffix.lower()
        if kind == ".xlsx":
            read, found = workbooks.append(self.connection, COPIED, name, path)
            self.headers += read
            self.problems += found
        elif kind == ".csv":
            self._add_csv(name, path)
        else:
            self._add_parquet(name, path)

    def create(self) -> None:
        """The view `lines`, and the table `headings`: what each file calls a column."""
        if self.problems:
            raise Refused(self.problems)
        whole = self.parts[0]
        for part in self.parts[1:]:
            whole = whole.union(part)
        whole.create_view("lines")
        named = [(h.file, h.sheet, *pair) for h in self.headers for pair in zip(h.columns, h.cells, strict=True)]
        headings = pd.DataFrame(named, columns=["file", "sheet", "column", "heading"], dtype="string")
        self.connection.from_df(headings).create("headings")

    def unreadable(self) -> list[Problem]:
        """The lines of CSV files that the last reading passed over."""
        return delimited.unreadable(self.connection, self.csv)

    def count_empty(self) -> None:
        """The table `empty_lines`: what `lines` has to be moved by to be numbered as a spreadsheet does."""
        found = [(name, *line) for path, name in self.csv.items() for line in delimited.empty_lines(Path(path))]
        types = {"file": "string", "row": "int64", "empty": "int64"}
        self.connection.from_df(pd.DataFrame(found, columns=list(types)).astype(types)).create("empty_lines")

    def _add_csv(self, name: str, path: Path) -> None:
        cells, delimiter, fault = delimited.header(path)
        if fault:
            self.problems.append(Problem(name, None, None, None, None, fault))
        elif header := self._header(name, cells):
            self.csv[str(path)] = name
            rows = delimited.rows(self.connection, path, header.columns, delimiter)
            self._add(rows, header, header.columns, above=1)

    def _add_parquet(self, name: str, path: Path) -> None:
        try:
            rows = self.connection.read_parquet(glob.escape(str(path)))
        except duckdb.Error:
            self.problems.append(Problem(name, None, None, None, None, problems.NOT_PARQUET))
            return
        if header := self._header(name, rows.columns):
            self._add(rows, header, header.cells, above=0)

    def _header(self, name: str, cells: list[str]) -> Header | None:
        header = headers.read(name, None, cells)
        self.headers.append(header)
        self.problems += header.problems
        return None if header.problems else header

    def _add(self, rows: duckdb.DuckDBPyRelation, header: Header, sources: list[str], above: int) -> None:
        """`sources` are the columns of `rows` in the order of the header, `above` the rows above the first."""
        found = dict(zip(header.columns, sources, strict=True))
        text = (
            (ColumnExpression(found[column]) if column in found else ConstantExpression(None)).cast("VARCHAR")
            for column in headers.columns_of_register()
        )
        named = zip(text, headers.columns_of_register(), strict=True)
        view = f"lines_{len(self.parts)}"  # of its own, as two files may not share a parameter
        rows.select(
            ConstantExpression(header.file).cast("VARCHAR").alias("file"),
            ConstantExpression(None).cast("VARCHAR").alias("sheet"),
            *(expression.alias(column) for expression, column in named),
            SQLExpression(f"row_number() OVER () + {above}").alias("row"),
        ).create_view(view)
        self.parts.append(self.connection.view(view))


def _empty(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyRelation:
    columns = {"file": "VARCHAR", "sheet": "VARCHAR"} | dict.fromkeys(headers.columns_of_register(), "VARCHAR")
    schema = pd.DataFrame({column: pd.Series(dtype="string") for column in columns} | {"row": pd.Series(dtype="int64")})
    connection.from_df(schema).create(COPIED)
    return connection.table(COPIED)
