"""The queries of the register's page: answers counted by hand from tests/register/shown.py, and what holds for all."""

from __future__ import annotations

from itertools import product
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import catalog, data, offered
from dashboard.publish import cells
from tests.register import rows, shown

NAMES = sorted(path.stem for path in (data.QUERIES / "register" / "charts").glob("*.sql"))
every_query = pytest.mark.parametrize("name", NAMES)


def answer(name: str, columns: str, **choices: Any) -> list[Any]:
    """The cells of some columns, row by row, of the release that is shown."""
    return list(data.query(name, **choices)[columns.split()].itertuples(index=False, name=None))


def choices(name: str) -> list[dict[str, Any]]:
    """All that a reader can choose of a query."""
    if name not in catalog.REGISTER_CHARTS:
        return [{}]
    parameters = catalog.REGISTER_CHARTS[name].parameters
    codes = [[offered.chosen(each, code) for code in offered.codes(name, each)] for each in parameters]
    found = (dict(zip(parameters, chosen, strict=True)) for chosen in product(*codes))
    return [{key: code and offered.value(code) for key, code in each.items()} | {"lang": "kk"} for each in found]


@every_query
def test_a_query_says_first_what_a_row_is_and_is_one_statement(name):
    assert data.sql(name).startswith("-- One row per ")
    (statement,) = duckdb.extract_statements(data.sql(name))
    assert statement.type == duckdb.StatementType.SELECT
    header = " ".join(line for line in data.sql(name).splitlines() if line.startswith("--"))
    assert not {each for each in data.parameters(name) if f"${each}" not in header}


def test_each_chart_lets_the_reader_choose_what_its_query_asks_for():
    assert set(NAMES) == catalog.REGISTER_CHARTS.keys() | {"register_years"}
    for name, chart in catalog.REGISTER_CHARTS.items():
        assert set(chart.parameters) == data.parameters(name) - {"lang"}


@every_query
def test_without_a_release_there_is_no_answer_and_without_rows_an_empty_one(name, releases, show):
    show(releases.none)
    with pytest.raises(data.NotKept):
        data.query(name)
    with data.connect() as connection:
        counted = data.run(connection, name, {"lang": "ru"}).to_dict("records")
    assert not [row for row in counted if "REGISTER" in row.get("sources", [])]


@pytest.mark.usefixtures("every_register")
@every_query
def test_columns_are_words_of_the_catalog_and_each_row_names_its_release(name):
    release = data.register.current()
    for choice in choices(name):
        df = data.query(name, **choice)
        assert name == "register_years" or set(df.columns) <= catalog.COLUMNS.keys()
        for row in df.to_dict("records") if name != "register_years" else ():
            assert row["measure"] in catalog.MEASURES
            if row["sources"] == ["REGISTER"]:
                assert row["claims"] == [release]
            if row["status"] == "Q":
                assert (row["value"], row["qualifier"], row.get("formula")) == (None, None, None)
                assert row["role"] != "largest"


def test_volunteers_by_host_in_2024(registered):
    """Five in Kenya, one of them there for another entity; two in Thailand and one in Türkiye are too few."""
    assert answer("register_by_host", "host value status", year=2024, lang="en") == [
        ("KEN", 5.0, "A"),
        ("JOR", 0.0, "A"),
        ("THA", None, "Q"),
        ("TUR", None, "Q"),
    ]
    assert answer("register_map", "mark host value status", year=2024) == [
        ("host", "KEN", 5.0, "A"),
        ("host", "THA", None, "Q"),
        ("host", "TUR", None, "Q"),
        ("home", "KAZ", None, "M"),
    ]


def test_volunteers_by_year_abroad_and_at_home(registered):
    years = [2020, 2021, 2022, 2023, 2024]
    abroad = answer("register_by_year", "value status")
    assert abroad == [(3.0, "A"), (0.0, "A"), (3.0, "A"), (3.0, "A"), (8.0, "A")]
    assert [day.year for (day,) in answer("register_by_year", "period_to")] == years
    home = answer("register_by_year", "value", scope="home")
    assert home == [(0.0,), (0.0,), (6.0,), (0.0,), (3.0,)]
    days = answer("register_by_year", "value", scope="home", count="volunteer_years")
    assert days == [(0.0,), (0.0,), (round(6 * 184 / 365.25, 2),), (0.0,), (round(3 * 184 / 365.25, 2),)]


def test_women_and_men_in_2024_and_their_shares(registered):
    """Seven women and one man of eight: the one is withheld, and with him his share."""
    assert answer("register_by_sex", "sex value status formula", year=2024) == [
        ("F", 7.0, "A", None),
        ("M", None, "Q", None),
        ("_U", 0.0, "A", None),
        ("F", 87.5, "E", "share"),
        ("M", None, "Q", None),
        ("_U", 0.0, "E", "share"),
    ]


def compared(first: int | None, last: int) -> list[tuple[float | None, str | None]]:
    """Of volunteers sent abroad, over the years from first to last: each number and what is said of it."""
    found = data.query("register_and_claims").to_dict("records")
    return [
        (row["value"], row["comparison"])
        for row in found
        if row["compared"] == "placements"
        and (row["period_from"] and row["period_from"].year, row["period_to"].year) == (first, last)
    ]


def test_the_statements_stand_beside_the_registers_own_count(registered):
    """Nine people in four years, seven in the fifth. Nothing is counted on a day, or up to a day."""
    assert compared(2020, 2023) == [(9.0, "agree"), (8.0, "differ"), (9.0, None)]
    assert compared(2024, 2024) == [(7.0, "agree"), (7.0, None)]
    assert compared(2022, 2022) == [(7.0, "open"), (None, "uncounted")]
    assert compared(None, 2023) == [(7.0, "open"), (None, "uncounted")]


def test_nine_and_eight_both_stay_beside_the_count(registered):
    df = data.query("register_and_claims")
    span = df[(df["compared"] == "placements") & df["value"].isin([8.0, 9.0])]
    assert sorted(zip(span["value"], span["comparison"].fillna("counted"), strict=True)) == [
        (8.0, "differ"),
        (9.0, "agree"),
        (9.0, "counted"),
    ]
    assert set(span[span["comparison"].notna()]["dispute"]) == {"KZ-FF-2020-2023"}


def test_a_year_that_is_not_over_says_so_and_is_not_compared(releases, show):
    show(releases.partial)
    last = data.query("register_by_year").to_dict("records")[-1]
    assert (last["period_to"].isoformat(), last["to_precision"]) == ("2024-09-30", "day")
    assert compared(2024, 2024) == [(7.0, "open"), (None, "uncounted")]


@pytest.mark.register
def test_whatever_the_register_the_page_shows_only_released_cells_and_quotients_of_two():
    @settings(max_examples=25, deadline=None)
    @given(register=rows.registers(), hidden=st.integers(0, 4))
    def holds(register, hidden):
        if not register:
            return
        with data.connect() as connection:
            released = release(register, hidden)
            connection.execute("DELETE FROM register")
            connection.executemany("INSERT INTO register VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", released)
            connection.execute("INSERT INTO sources (source, published_on) VALUES ('REGISTER', '2024-12-31')")
            for name in NAMES:
                check(connection, name, released)

    holds()


def release(register: list[rows.Row], hidden: int) -> list[tuple]:
    """Rows as released, cells with so few people behind them withheld."""
    with duckdb.connect(config={"threads": "1"}) as counting:
        rows.table(counting, register)
        counting.execute("UPDATE assignments SET end_date = NULL WHERE end_date > '2024-12-31'")
        cells.count(counting, shown.AS_OF)
        gone = f"SELECT cell FROM cells WHERE behind BETWEEN 1 AND {hidden}"
        counting.execute(f"CREATE TABLE withheld AS {gone}")
        return counting.sql(f"SELECT *, 'r' FROM ({cells.query('release')})").fetchall()


def check(connection: duckdb.DuckDBPyConnection, name: str, released: list[tuple]) -> None:
    known = {(scope, measure, value) for _, scope, _, _, _, measure, value, *_ in released}
    for scope, count in product((None, "home"), (None, "assignments", "volunteer_years")):
        answered = data.run(connection, name, {"year": 2024, "scope": scope, "count": count, "lang": "en"})
        for row in answered.to_dict("records"):
            if row.get("sources") != ["REGISTER"] or row["value"] is None:
                continue
            measure, _, where = row["measure"].removeprefix("register_").rpartition("_")
            assert where == ("home" if scope and "scope" in data.parameters(name) else where)
            if measure == "share_pct":
                part, total = row["inputs"]
                assert row["value"] == round(100 * part / total, 1)
                assert {(where, count or "people", each) for each in (part, total)} <= known
            else:
                assert (where, measure, row["value"]) in known
