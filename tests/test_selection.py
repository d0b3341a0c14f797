"""What a picture leaves out when it has no room for all rows: never one side of a dispute alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import accumulate, groupby
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import press
from dashboard.catalog import EVERY_CHART, REGISTER_CHARTS
from dashboard.figures import style
from dashboard.figures.selection import selections, undivided
from dashboard.i18n import LANGUAGES
from dashboard.press import frame
from tests.register.shown import Releases


class Row(NamedTuple):
    dispute: str | None = None


A, B, FREE = Row("a"), Row("b"), Row()
GROUPS = st.lists(st.lists(st.sampled_from([A, B, FREE]), min_size=1, max_size=5), min_size=1, max_size=5)


@given(GROUPS, st.booleans())
def test_a_dispute_is_chosen_whole_or_not_at_all(groups: list[list[Row]], newest: bool) -> None:
    everything = Counter(row.dispute for rows in groups for row in rows)
    for chosen in selections(groups, newest):
        here = Counter(rows[at].dispute for rows, places in zip(groups, chosen, strict=True) for at in places)
        assert all(here[dispute] in (0, everything[dispute]) for dispute in ("a", "b"))


@given(GROUPS, st.booleans())
def test_the_first_selection_is_all_and_each_keeps_the_order(groups: list[list[Row]], newest: bool) -> None:
    first, *fewer = selections(groups, newest)
    assert first == [list(range(len(rows))) for rows in groups]
    assert all(places == sorted(set(places)) for chosen in fewer for places in chosen)


def test_the_newest_of_each_group_stay_on_a_time_axis() -> None:
    groups = [[FREE, FREE, FREE], [FREE]]
    assert list(selections(groups, newest=True)) == [
        [[0, 1, 2], [0]],
        [[1, 2], [0]],
        [[2], [0]],
        [[2], []],
    ]


def test_elsewhere_whole_groups_stay_and_a_cut_one_comes_last() -> None:
    groups = [[FREE, FREE], [FREE], [FREE]]
    assert list(selections(groups, newest=False)) == [
        [[0, 1], [0], [0]],
        [[0, 1], [0], []],
        [[0, 1], [], []],
        [[0], [], []],
    ]


def test_the_nine_does_not_stay_without_the_eight() -> None:
    nine, eight, seven = Row("2020-2023"), Row("2020-2023"), FREE
    assert undivided([[nine, eight, seven]], [[1, 2]]) == [[2]]
    assert undivided([[nine, eight, seven]], [[0, 1]]) == [[0, 1]]


@pytest.mark.parametrize(
    ("name", "register"),
    [
        *((name, "hand") for name in EVERY_CHART if not name.endswith("_map")),
        *(
            pytest.param(name, "synthetic", marks=pytest.mark.matrix)
            for name in REGISTER_CHARTS
            if not name.endswith("_map")
        ),
    ],
)
def test_no_picture_shows_one_side_of_a_dispute_or_nothing_at_all(
    name: str, register: str, releases: Releases, show: Callable[[Path], None]
) -> None:
    show(getattr(releases, register))
    for size in press.SIZES.values():
        for lang in LANGUAGES:
            shown = press.shown(press.Order(name, "svg", lang, size.code))
            picture = frame.framed(shown, size, "light", False, "https://volunteers.example/figures")
            drawn = {note.get("name", "") for note in picture["layout"]["annotations"]}
            drawn |= {ids for trace in picture["data"] for ids in trace.get("customdata", [])}
            sides: dict[str, list[bool]] = {}
            for row in shown.df.itertuples():
                if getattr(row, "dispute", None):
                    sides.setdefault(row.dispute, []).append(style.ids(row) in drawn)
            assert {dispute for dispute, there in sides.items() if len(set(there)) > 1} == set(), (size.code, lang)
            assert picture["layout"]["meta"]["shown"] > 0, (size.code, lang)


@pytest.mark.usefixtures("registered")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_picture_shows_a_statement_without_the_count_of_the_register_beside_it(lang: str) -> None:
    """Whole periods are left out, from the last: nine and eight stand with the register's count or not at all."""
    for size in press.SIZES.values():
        shown = press.shown(press.Order("register_and_claims", "svg", lang, size.code))
        groups = groupby(shown.df.itertuples(), lambda row: (row.compared, row.period_from, row.period_to))
        wholes = list(accumulate(len(list(rows)) for _, rows in groups))
        picture = frame.framed(shown, size, "light", False, "https://volunteers.example/figures")
        meta = picture["layout"]["meta"]
        assert meta["rows"] == wholes[-1] == 18
        assert meta["shown"] in wholes, size.code
