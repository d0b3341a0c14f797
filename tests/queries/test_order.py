"""The written order of statements on one thing: its own language, then official, then the later date, then the id."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.queries.tables import Tables, claim


def order(tables: Tables, *statements: Mapping[str, str | None]) -> list[list[str]]:
    """In which order statements on one thing are listed, on three pages that list them."""
    numbered = enumerate(statements, start=1)
    tables.hold([claim(dispute="D", value=float(number), **statement) for number, statement in numbered])
    (tile,) = tables.rows("headlines")
    return [tile["statements"], *([row["claims"][0] for row in tables.rows(name)] for name in ("claims", "disputes"))]


@pytest.mark.parametrize("ids", ["AB", "BA"])
def test_the_language_in_which_it_was_said_comes_before_an_official_source(tables: Tables, ids):
    first, second = ids
    said_in_it = {"claim": first, "said_in": "ru", "source": "RU"}
    official = {"claim": second, "said_in": "ru", "source": "EN-OFFICIAL"}
    assert order(tables, official, said_in_it) == [[first, second]] * 3


@pytest.mark.parametrize("ids", ["AB", "BA"])
def test_an_official_source_comes_before_a_later_one(tables: Tables, ids):
    first, second = ids
    official = {"claim": first, "said_in": None, "source": "EN-OFFICIAL"}
    later = {"claim": second, "said_in": None, "source": "RU-LATE"}
    assert order(tables, later, official) == [[first, second]] * 3


@pytest.mark.parametrize("ids", ["AB", "BA"])
def test_a_later_date_comes_before_an_earlier_one_and_any_date_before_none(tables: Tables, ids):
    first, second = ids
    later = {"claim": first, "said_in": "ru", "source": "RU-LATE"}
    earlier = {"claim": second, "said_in": "ru", "source": "RU"}
    undated = {"claim": "C", "said_in": "kk", "source": "KK-UNDATED"}
    assert order(tables, undated, earlier, later) == [[first, second, "C"]] * 3


def test_a_language_that_is_not_known_is_not_the_one_in_which_it_was_said(tables: Tables):
    unknown = {"claim": "A", "said_in": None, "source": "RU-LATE"}
    known = {"claim": "B", "said_in": "ru", "source": "RU"}
    assert order(tables, unknown, known) == [["B", "A"]] * 3


def test_among_equals_the_id_decides(tables: Tables):
    assert order(tables, {"claim": "B"}, {"claim": "A"}) == [["A", "B"]] * 3
