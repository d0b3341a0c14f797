"""What DuckDB and Spark both run says only what both do alike: whole numbers, days, codes; DuckDB's parser looks."""

import json
from collections.abc import Iterator

import duckdb
import pytest

from dashboard.publish import cells

# All that the shared statements may say. Whoever adds to it has seen both engines give the same rows for it.
ALIKE = {
    # Tables, and how they are put together.
    *("select_node", "base_table", "subquery", "join", "inner", "regular", "standard_handling"),
    # Columns, whole numbers, words, nothing; and the types in which they are stated.
    *("column_ref", "value_constant", "integer", "string", "null_literal", "operator_cast", "type", "type integer"),
    "type varchar",
    # Comparing, choosing, counting.
    *("compare_equal", "compare_lessthanorequalto", "compare_greaterthanorequalto", "compare_between"),
    *("conjunction_and", "case_expr", "operator_coalesce"),
    *("max()", "sum()", "count_star()", "+()", "||()", "least()", "greatest()", "date_diff(day)"),
}
# Where something stands here at all, it is told; what each holds is looked at besides.
CLAUSES = ("modifiers", "qualify", "sample", "having", "filter", "at_clause", "using_columns")
# To the parser these are columns.
NO_COLUMNS = {"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "rowid"}
REFUSED = {
    "SELECT sum(days) / 365 FROM service": "/()",
    "SELECT sum(days) // 365 FROM service": "//()",
    "SELECT days % 7 FROM service": "%()",
    "SELECT -days FROM service": "-()",
    "SELECT avg(days) FROM service": "avg()",
    "SELECT median(days) FROM service": "median()",
    "SELECT round(days, 1) FROM service": "round()",
    "SELECT sum(days) + 0.5 FROM service": "numeric",
    "SELECT days + 1e3 FROM service": "numeric",
    "SELECT sum(days)::DOUBLE FROM service": "type double",
    "SELECT sum(days)::FLOAT FROM service": "type float",
    "SELECT sum(days)::DECIMAL(9, 2) FROM service": "type decimal",
    "SELECT try_cast(code AS INTEGER) FROM service": "try_cast",
    "SELECT date_diff('year', start_date, end_date) FROM assignments": "date_diff(year)",
    "SELECT date_diff( 'month', start_date, end_date) FROM assignments": "date_diff(month)",
    "SELECT date_diff(unit, start_date, end_date) FROM assignments": "date_diff(?)",
    "SELECT date_trunc('year', start_date) FROM assignments": "date_trunc()",
    "SELECT start_date + INTERVAL 1 YEAR FROM assignments": "to_years()",
    "SELECT current_date FROM assignments": "current_date",
    "SELECT start_date::TIMESTAMP FROM assignments": "type timestamp",
    "SELECT list(host ORDER BY host) FROM service": "list()",
    "SELECT sum(days ORDER BY host) FROM service": "orders",
    "SELECT array_agg(host ORDER BY host) FROM service": "array_agg()",
    "SELECT string_agg(host, ',') FROM service": "string_agg()",
    "SELECT [1, 2][1] FROM service": "array_extract",
    "SELECT unnest(hosts) FROM service": "unnest()",
    "SELECT first(host) FROM service": "first()",
    "SELECT any_value(host) FROM service": "any_value()",
    "SELECT arg_max(host, days) FROM service": "arg_max()",
    "SELECT approx_count_distinct(volunteer) FROM service": "approx_count_distinct()",
    "SELECT random() FROM service": "random()",
    "SELECT hash(volunteer) FROM service": "hash()",
    "SELECT md5(volunteer) FROM service": "md5()",
    "SELECT lower(host) FROM service": "lower()",
    "SELECT host ~ 'K.N' FROM service": "regexp_matches()",
    "SELECT host COLLATE NOCASE FROM service": "collate",
    "SELECT host FROM service ORDER BY host": "order_modifier",
    "SELECT host FROM service ORDER BY host NULLS FIRST": "nulls first",
    "SELECT host FROM service LIMIT 3": "limit_modifier",
    "SELECT DISTINCT ON (host) host FROM service": "distinct_modifier",
    "SELECT host FROM service USING SAMPLE 10": "sample",
    "SELECT row_number() OVER (ORDER BY host) FROM service": "window_row_number",
    "SELECT host FROM service QUALIFY days > 1": "qualify",
    "SELECT sum(days) FILTER (WHERE host = 'KEN') FROM service": "filter",
    "SELECT * FROM service": "star",
    "FROM service": "star",
    "SELECT host, sum(days) FROM service GROUP BY ALL": "force_aggregates",
    "SELECT s.host FROM service AS s ASOF JOIN years AS y ON s.days >= y.year": "asof",
    "SELECT s.host FROM service AS s POSITIONAL JOIN years AS y": "positional",
    "SELECT s.host FROM service AS s INNER JOIN years USING (year)": "using_columns",
    "SELECT host FROM service UNION SELECT host FROM service": "set_operation_node",
    "SELECT n FROM range(3) AS numbers (n)": "table_function",
    "SELECT $as_of FROM service": "value_parameter",
}


@pytest.mark.parametrize("name", cells.SHARED)
def test_the_engines_are_asked_for_nothing_that_they_do_differently(name):
    assert words(cells.query(name)) - ALIKE == set()


@pytest.mark.parametrize("statement", REFUSED)
def test_such_a_statement_is_refused(statement):
    assert REFUSED[statement] in words(statement) - ALIKE


def test_nothing_is_allowed_that_no_statement_needs():
    assert set().union(*(words(cells.query(name)) for name in cells.SHARED)) == ALIKE


def test_what_only_duckdb_has_words_for_is_refused():
    with pytest.raises(AssertionError, match="Only SELECT statements"):
        words("PIVOT service ON sex USING sum(days)")


def words(statement: str) -> set[str]:
    """Everything that a statement asks of an engine, named as DuckDB's parser names it."""
    with duckdb.connect() as connection:
        answer = connection.execute("SELECT json_serialize_sql($text::VARCHAR)", {"text": statement}).fetchall()[0][0]
    tree = json.loads(answer)
    assert not tree["error"], tree.get("error_message")
    return {word.lower() for word in _words(tree["statements"])}


def _words(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _words(each)
    if isinstance(node, dict):
        yield from _own(node)
        for each in node.values():
            yield from _words(each)


def _own(node: dict) -> Iterator[str]:
    """What a part of the tree says by itself: its kind, its function, its type, the clauses that it has."""
    yield from (clause for clause in CLAUSES if node.get(clause))
    yield from NO_COLUMNS.intersection(map(str.lower, node.get("column_names", ())))
    if node.get("orders"):
        yield "orders"
    if node.get("try_cast"):
        yield "try_cast"
    if node.get("class") == "FUNCTION":
        yield _function(node)
    elif isinstance(node.get("type"), str) and (node["type"] != "ORDER_MODIFIER" or node.get("orders")):
        yield node["type"]
    for name in ("kind", "aggregate_handling", "join_type", "ref_type", "null_order"):
        if isinstance(node.get(name), str):
            yield node[name]
    if "type_name" in node:
        yield f"type {node['type_name']}"


def _function(node: dict) -> str:
    """Of date_diff the unit too: engines agree on days alone."""
    name, arguments = node["function_name"], node["arguments"]
    unit = arguments[0]["expression"].get("literal", {}).get("text", "?") if name == "date_diff" else ""
    return f"{name}({unit})"
