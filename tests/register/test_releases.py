"""A release is whole, says of itself what it is, holds nothing that is withheld, and can be undone."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import cells, changes, lock, released, releases
from dashboard.publish.draft import Facts
from dashboard.publish.releases import Refused
from tests.register import rows
from tests.register.rows import AS_OF, FOUR

THREE = FOUR[:3]
SMALL = frozenset({"abroad/by_host/2024/THA/people", "abroad/by_host/2024/KEN/people"})
LATER = dt.date(2024, 4, 1)


def publish(folder, register=FOUR, withheld=SMALL, **facts):
    """release.json of a register counted and released."""
    with duckdb.connect(config={"threads": "1"}) as connection, lock.hold(folder) as held:
        rows.table(connection, register)
        cells.count(connection, facts.get("as_of", AS_OF))
        return released.publish(held, connection, withheld, Facts(**{"as_of": AS_OF} | facts))


def rollback(folder, name=None):
    with lock.hold(folder) as held:
        return releases.rollback(held, name)


def fetch(release, query):
    with duckdb.connect() as connection:
        connection.read_parquet(str(release / "register.parquet")).create_view("register")
        return connection.sql(query).fetchall()


def shown(folder) -> Path:
    """The folder of the release that is shown."""
    found = releases.current(folder)
    assert found is not None
    return found


def names(folder) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "releases"


def test_a_release_has_the_columns_of_one_and_its_marks(folder):
    said = publish(folder)
    at = shown(folder)
    assert at == folder / said["release"]
    with duckdb.connect() as connection:
        table = connection.read_parquet(str(at / "register.parquet"))
        types = list(zip(table.columns, map(str, table.types), strict=True))
    text = [(name, "VARCHAR") for name in ("dimension", "code", "measure")]
    marks = [(name, "VARCHAR") for name in ("status", "conf_status", "release")]
    assert types == [
        ("table", "VARCHAR"),
        ("scope", "VARCHAR"),
        ("year", "INTEGER"),
        *text,
        ("value", "DOUBLE"),
        *marks,
    ]
    query = "SELECT code, measure, value, status, conf_status FROM register WHERE \"table\" = 'by_host' AND year = 2024"
    assert fetch(at, query) == [
        ("KEN", "assignments", 2, "A", "F"),
        ("KEN", "people", None, "Q", "C"),
        ("KEN", "volunteer_years", 0.19, "A", "F"),
        ("THA", "assignments", 1, "A", "F"),
        ("THA", "people", None, "Q", "C"),
        ("THA", "volunteer_years", 0.02, "A", "F"),
    ]
    assert fetch(at, "SELECT DISTINCT release FROM register") == [(said["release"],)]


def test_it_says_of_itself_what_it_is(folder):
    said = publish(folder, policy={"threshold": 3, "signed_by": "the officer"})
    at = folder / said["release"]
    assert json.loads((at / "release.json").read_text(encoding="utf-8")) == said
    assert said["sha256"] == {"register.parquet": hashlib.sha256((at / "register.parquet").read_bytes()).hexdigest()}
    kept = ("before", "number", "as_of", "synthetic", "rows", "withheld", "policy")
    policy = {"threshold": 3, "signed_by": "the officer"}
    assert [said[name] for name in kept] == [None, 1, "2024-03-05", False, 189, 2, policy]
    assert said["release"].startswith("2024-03-05-") and len(said["release"]) == len("2024-03-05-") + 8
    assert fetch(at, "SELECT count(*) FROM register") == [(189,)]


def test_what_is_withheld_is_in_no_byte_of_it(folder):
    person = "f3a9" * 16
    canary = rows.Row(person, "FJI", "ILO", "unv", "expert", dt.date(1971, 2, 3), dt.date(2024, 1, 1))
    withheld = {f"abroad/by_host/{year}/FJI/volunteer_days" for year in range(1971, 2025)} | {
        "abroad/by_host/_T/FJI/volunteer_days"
    }
    days = (dt.date(2024, 1, 1) - dt.date(1971, 2, 3)).days + 1
    publish(folder, [canary], withheld)
    at = shown(folder)
    assert fetch(at, "SELECT count(*) FROM register WHERE \"table\" = 'by_host' AND value > 52") == [(0,)]
    query = "SELECT DISTINCT value FROM register WHERE \"table\" = 'by_host' AND measure = 'volunteer_years'"
    assert (days, fetch(at, query)) == (19326, [(None,)])
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert person.encode() not in path.read_bytes() and b"1971-02-03" not in path.read_bytes()


def test_withheld_cells_look_alike_whether_small_or_large(folder):
    publish(folder, FOUR, SMALL | {"abroad/by_year/_T/_T/volunteer_days"})
    marks = "SELECT DISTINCT value, status, conf_status FROM register WHERE status = 'Q'"
    assert fetch(shown(folder), marks) == [(None, "Q", "C")]


def test_a_name_that_is_no_cell_is_refused_before_anything_is_written(folder):
    with pytest.raises(ValueError, match=r"no cell is named abroad/by_host/2024/KEN$"):
        publish(folder, FOUR, SMALL | {"abroad/by_host/2024/KEN"})
    assert names(folder) == [] and releases.current(folder) is None


def test_a_register_without_rows_is_not_released(folder):
    with pytest.raises(Refused, match="no_cells"):
        publish(folder, [], frozenset())
    assert names(folder) == []


def test_the_same_register_gives_the_same_bytes(tmp_path):
    for name, register in (("one", FOUR), ("other", FOUR[::-1])):
        publish(tmp_path / name, register)
    one, other = (shown(tmp_path / name) for name in ("one", "other"))
    assert one.name == other.name
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()


def test_the_same_cells_again_make_no_new_release(folder):
    said = publish(folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != ".lock"}
    assert publish(folder) == said
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != ".lock"} == before


@pytest.mark.parametrize(
    ("register", "withheld", "facts"),
    [
        (THREE, SMALL, {}),
        (FOUR, SMALL | {"abroad/by_year/2024/_T/people"}, {}),
        (FOUR, SMALL, {"policy": {"threshold": 5}}),
        (FOUR, SMALL, {"as_of": LATER}),
    ],
)
def test_any_difference_makes_a_new_release_and_the_old_one_stays(register, withheld, facts, folder):
    old = publish(folder)
    old_bytes = (folder / old["release"] / "register.parquet").read_bytes()
    new = publish(folder, register, withheld, **facts)
    assert new["release"] != old["release"] and (new["before"], new["number"]) == (old["release"], 2)
    assert names(folder) == sorted([old["release"], new["release"], "current"])
    assert (folder / old["release"] / "register.parquet").read_bytes() == old_bytes
    assert [(said["release"], said["current"]) for said in releases.listed(folder)] == [
        (new["release"], True),
        (old["release"], False),
    ]


def test_a_rollback_shows_the_release_before_and_can_be_undone(folder):
    first, second, third = publish(folder, THREE), publish(folder), publish(folder, THREE, as_of=LATER)
    assert rollback(folder) == second | {"current": True}
    assert rollback(folder)["release"] == first["release"] == shown(folder).name
    assert rollback(folder) is None and releases.current(folder) is None
    with pytest.raises(Refused, match="none_shown"):
        rollback(folder)
    assert rollback(folder, third["release"])["release"] == shown(folder).name == third["release"]
    assert [said["number"] for said in releases.listed(folder)] == [3, 2, 1]


def test_what_was_undone_can_be_published_again(folder):
    publish(folder, THREE)
    second = publish(folder)
    rollback(folder)
    before = (folder / second["release"] / "register.parquet").stat().st_mtime_ns
    assert publish(folder) == second
    assert shown(folder).name == second["release"]
    assert (folder / second["release"] / "register.parquet").stat().st_mtime_ns == before


def test_nothing_is_there_to_undo_before_the_first_release(folder):
    with pytest.raises(Refused, match="none_shown"):
        rollback(folder)
    with pytest.raises(Refused, match="not_whole 2024-01-01-00000000"):
        rollback(folder, "2024-01-01-00000000")
    assert (releases.listed(folder), releases.current(folder)) == ([], None)


@pytest.mark.parametrize("spoilt", ["register.parquet", "release.json", "cut"])
def test_a_release_that_was_changed_or_cut_is_not_one(spoilt, folder):
    first, second = publish(folder, THREE), publish(folder)
    path = folder / second["release"] / ("register.parquet" if spoilt == "cut" else spoilt)
    if spoilt == "cut":
        path.write_bytes(path.read_bytes()[:-9])
    else:
        path.unlink()
    assert [said["release"] for said in releases.listed(folder)] == [first["release"]]
    for refused in (lambda: releases.current(folder), lambda: rollback(folder), lambda: publish(folder, FOUR[1:])):
        with pytest.raises(Refused, match=f"not_whole {second['release']}"):
            refused()
    assert rollback(folder, first["release"])["release"] == shown(folder).name
    assert publish(folder)["release"] == second["release"] == shown(folder).name


def test_a_name_that_leads_out_of_the_folder_is_no_release(folder, tmp_path):
    outside = publish(tmp_path / "other")
    publish(folder, THREE)
    for name in (f"../other/{outside['release']}", "..", ".", "current", ".next"):
        with pytest.raises(Refused, match="not_whole"):
            rollback(folder, name)


def test_a_synthetic_release_says_so_in_its_name_and_in_every_row(folder):
    said = publish(folder, synthetic=True)
    assert said["synthetic"] is True and said["release"].startswith("synthetic-2024-03-05-")
    query = "SELECT count(*) FROM register WHERE NOT starts_with(release, 'synthetic-')"
    assert fetch(shown(folder), query) == [(0,)]


def test_a_synthetic_release_never_takes_the_place_of_a_real_one_but_gives_way_to_it(folder):
    invented = publish(folder, synthetic=True)
    real = publish(folder)
    assert (real["before"], real["number"]) == (None, 1)
    for over_real in (lambda: publish(folder, THREE, synthetic=True), lambda: rollback(folder, invented["release"])):
        with pytest.raises(Refused, match="over_real"):
            over_real()
        assert shown(folder).name == real["release"]
    assert rollback(folder) is None
    assert rollback(folder, invented["release"])["release"] == shown(folder).name == invented["release"]


def test_numbers_go_on_where_a_release_was_undone(folder):
    publish(folder, THREE)
    publish(folder)
    rollback(folder)
    third = publish(folder, FOUR[1:], frozenset())
    rollback(folder)
    rollback(folder)
    assert (third["number"], publish(folder, FOUR[2:], frozenset())["number"]) == (3, 4)
    assert [(said["number"], said["current"]) for said in releases.listed(folder)] == [
        (4, True),
        (3, False),
        (2, False),
        (1, False),
    ]


def written(folder, register=FOUR) -> str:
    """Name of a release that was written and never shown, as a process leaves it that dies before its last step."""
    with duckdb.connect(config={"threads": "1"}) as connection, lock.hold(folder) as held:
        rows.table(connection, register)
        cells.count(connection, AS_OF)
        made = released.draft(held, connection, SMALL, Facts(AS_OF))
        assert released.announce(held, made)
        assert released.write(held, connection, made)["release"] == made.name
    return made.name


def test_what_was_never_shown_is_in_no_list_and_goes_with_the_next_change(folder):
    first, unseen = publish(folder, THREE)["release"], written(folder)
    assert releases.about(folder / unseen) is not None
    assert [said["release"] for said in releases.listed(folder)] == [first]
    publish(folder, THREE)
    assert names(folder) == sorted([first, "current"])
    written(folder)
    with pytest.raises(Refused, match=f"not_whole {unseen}"):
        rollback(folder, unseen)
    assert rollback(folder, first)["release"] == first


def test_a_release_that_was_public_once_is_not_announced_again(folder):
    publish(folder, THREE)
    second = publish(folder)
    rollback(folder)
    with duckdb.connect(config={"threads": "1"}) as connection, lock.hold(folder) as held:
        rows.table(connection, FOUR)
        cells.count(connection, AS_OF)
        made = released.draft(held, connection, SMALL, Facts(AS_OF))
        assert (made.name, released.announce(held, made)) == (second["release"], False)
    publish(folder, FOUR[1:], frozenset())
    assert [said["number"] for said in releases.listed(folder)] == [3, 2, 1]


def test_the_very_first_release_that_was_never_shown_is_no_release(folder):
    written(folder)
    assert (releases.current(folder), releases.listed(folder)) == (None, [])
    assert [said["release"] for said in [publish(folder)]] == [shown(folder).name]


def test_everybody_may_read_a_release_whatever_its_operator_keeps_private(folder):
    before = os.umask(0o077)
    try:
        publish(folder)
    finally:
        os.umask(before)
    at = shown(folder)
    assert [stat.S_IMODE(path.stat().st_mode) for path in (at, *sorted(at.iterdir()))] == [0o755, 0o644, 0o644]


def test_a_reader_always_finds_one_whole_release_while_others_take_its_place(folder):
    names = [publish(folder, register)["release"] for register in (THREE, FOUR)]
    done = threading.Event()
    found: list[tuple[str, list]] = []

    def read():
        while not done.is_set():
            at = shown(folder)
            found.append((at.name, fetch(at, "SELECT DISTINCT release FROM register")))

    with ThreadPoolExecutor() as readers:
        reading = readers.submit(read)
        for turn in range(100):
            rollback(folder, names[turn % 2])
        done.set()
        reading.result()
    assert {name for name, _ in found} <= set(names) and all(rows == [(name,)] for name, rows in found)


def test_published_cells_bear_the_names_under_which_they_were_counted(folder):
    publish(folder)
    with duckdb.connect() as connection:
        rows.table(connection, FOUR)
        counted = cells.count(connection, AS_OF).project("cell, value").order("cell").fetchall()
        read = changes.published(connection, shown(folder) / "register.parquet").project("cell, value").fetchall()
    in_years = {7: 0.02, 9: 0.02, 12: 0.03, 61: 0.17, 63: 0.17, 65: 0.18, 68: 0.19, 70: 0.19, 75: 0.21, 77: 0.21}
    years = in_years | {0: 0, 2: 0.01, 4: 0.01, 5: 0.01}  # of 365.25 days
    assert read == [
        (name, None if name in SMALL else years[value] if name.endswith("/volunteer_days") else value)
        for name, value in counted
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_refusal_is_a_sentence_in_every_language(lang):
    reasons = ("no_cells", "over_real", "none_shown", "not_whole")
    said = [Refused(reason, "2024").sentence(Language(lang)) for reason in reasons]
    assert len(set(said)) == 4 and all(text.endswith(".") for text in said)


def test_what_changed_is_told_in_sentences(folder):
    assert publish(folder, THREE, frozenset())["changes"]["en"] == [
        "This is the first release.",
        "It has 162 cells.",
        "0 cells are withheld to protect people.",
    ]
    # One person more from 5 January on, in Kenya with UNICEF, and Kenya of 2024 withheld.
    assert publish(folder, FOUR, frozenset({"abroad/by_host/2024/KEN/people", "abroad/by_year/2024/_T/people"}))[
        "changes"
    ] == {
        "en": [
            "Assignments abroad in all years: 4, before: 3.",
            "Volunteers abroad in all years: 3, before: 2.",
            "Volunteer-years abroad in all years: 0.21, before: 0.04.",
            "Assignments abroad in 2024: 3, before: 2.",
            "Volunteers abroad in 2024: withheld, before: 2.",
            "Volunteer-years abroad in 2024: 0.21, before: 0.04.",
            "By age group, abroad: 9 cells differ.",
            "By UN entity, abroad: 6 cells differ.",
            "By category, abroad: 6 cells differ.",
            "By host country, abroad: 6 cells differ.",
            "By host country and UN entity, abroad: 3 cells differ.",
            "By programme, abroad: 6 cells differ.",
            "By home region, abroad: 9 cells differ.",
            "By sex, abroad: 9 cells differ.",
        ],
        "ru": [
            "Назначения за рубежом за все годы: 4, раньше: 3.",
            "Волонтеры за рубежом за все годы: 3, раньше: 2.",
            "Волонтеро-годы за рубежом за все годы: 0,21, раньше: 0,04.",
            "Назначения за рубежом, 2024 год: 3, раньше: 2.",
            "Волонтеры за рубежом, 2024 год: не публикуется, раньше: 2.",
            "Волонтеро-годы за рубежом, 2024 год: 0,21, раньше: 0,04.",
            "По возрастным группам, за рубежом: изменилось 9 ячеек.",
            "По структурам ООН, за рубежом: изменилось 6 ячеек.",
            "По категориям, за рубежом: изменилось 6 ячеек.",
            "По принимающим странам, за рубежом: изменилось 6 ячеек.",
            "По принимающим странам и структурам ООН, за рубежом: изменились 3 ячейки.",
            "По программам, за рубежом: изменилось 6 ячеек.",
            "По регионам проживания, за рубежом: изменилось 9 ячеек.",
            "По полу, за рубежом: изменилось 9 ячеек.",
        ],
        "kk": [
            "Шетелдегі қызметке тағайындау, барлық жылдар: 4, бұрын: 3.",
            "Шетелдегі волонтерлер, барлық жылдар: 3, бұрын: 2.",
            "Шетелдегі волонтер-жылдар, барлық жылдар: 0,21, бұрын: 0,04.",
            "Шетелдегі қызметке тағайындау, 2024 жыл: 3, бұрын: 2.",
            "Шетелдегі волонтерлер, 2024 жыл: жарияланбайды, бұрын: 2.",
            "Шетелдегі волонтер-жылдар, 2024 жыл: 0,21, бұрын: 0,04.",
            "Жас топтары бойынша, шетелде: 9 ұяшық өзгерді.",
            "БҰҰ құрылымдары бойынша, шетелде: 6 ұяшық өзгерді.",
            "Санаттар бойынша, шетелде: 6 ұяшық өзгерді.",
            "Қабылдаушы елдер бойынша, шетелде: 6 ұяшық өзгерді.",
            "Қабылдаушы елдер мен БҰҰ құрылымдары бойынша, шетелде: 3 ұяшық өзгерді.",
            "Бағдарламалар бойынша, шетелде: 6 ұяшық өзгерді.",
            "Тұратын өңірлері бойынша, шетелде: 9 ұяшық өзгерді.",
            "Жынысы бойынша, шетелде: 9 ұяшық өзгерді.",
        ],
    }
    assert publish(folder, FOUR, SMALL, policy={"threshold": 4})["changes"]["en"] == [
        "Volunteers abroad in 2024: 3, before: withheld.",
        "By host country, abroad: 1 cell differs.",
    ]
    assert publish(folder, FOUR, SMALL, policy={"threshold": 5})["changes"]["en"] == [
        "All published numbers are those of the release before."
    ]
    publish(folder, FOUR[1:], frozenset())
    gone = json.loads((shown(folder) / "release.json").read_text(encoding="utf-8"))["changes"]["en"]
    assert "Volunteers abroad in 2023: none, before: 1." in gone


@pytest.mark.parametrize("name", [name for name in cells.TABLES if name != "by_year"])
def test_of_every_table_it_can_be_told_that_it_changed(name):
    change = changes.Change(name, "home", None, None, None, None, None, None, 2)
    assert changes.sentences([change], Language("en"))[0].endswith(", at home: 2 cells differ.")
