"""The private store: open to its owner alone, outside the project, replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys

import duckdb
import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import lock, secret, store
from dashboard.publish.store import PROJECT, Unsafe
from tests.register import rows
from tests.register.rows import FOUR


@pytest.fixture
def folder(tmp_path):
    return store.folder({"REGISTER_DIR": str(tmp_path / "private")})


def keep(connection, folder):
    """The folder in which the table `assignments` is kept."""
    with store.opened(folder) as held, store.written(held, connection) as register:
        return store.keep(held, register)


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_made_for_its_owner_alone(tmp_path):
    before = os.umask(0)
    try:
        made = store.folder({"REGISTER_DIR": str(tmp_path / "far" / "private")})
    finally:
        os.umask(before)
    assert mode(made) == 0o700
    assert store.folder({"REGISTER_DIR": str(made)}) == made


def refused(environment, project=PROJECT) -> str:
    with pytest.raises(Unsafe) as unsafe:
        store.folder(environment, project)
    return unsafe.value.reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "unset"),
        ("private", "relative"),
        (str(PROJECT / "private"), "inside"),
        (str(PROJECT), "inside"),
        (str(PROJECT.parent), "inside"),
        (str(PROJECT / ".." / PROJECT.name / "data" / "register"), "inside"),
        ("/", "inside"),
    ],
)
def test_a_folder_in_or_around_the_project_is_refused(name, reason):
    assert refused({"REGISTER_DIR": name}) == reason
    assert not (PROJECT / "private").exists() and not (PROJECT / "data" / "register").exists()


def test_a_link_into_the_project_is_refused(tmp_path):
    (tmp_path / "project" / "data").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project" / "data")
    assert refused({"REGISTER_DIR": str(tmp_path / "link" / "private")}, tmp_path / "project") == "inside"
    assert refused({}) == "unset"


@pytest.mark.parametrize("rights", [0o750, 0o701, 0o755, 0o777, 0o740])
def test_a_folder_that_others_can_open_is_refused_and_left_as_it_is(rights, tmp_path):
    (path := tmp_path / "open").mkdir()
    path.chmod(rights)
    assert refused({"REGISTER_DIR": str(path)}) == "others"
    assert mode(path) == rights and list(path.iterdir()) == []


@pytest.mark.parametrize("inner", ["private", "releases", "both"])
def test_a_store_and_releases_that_lie_in_one_another_are_refused(inner, tmp_path):
    outer = tmp_path / "outer"
    (outer / "inner").mkdir(parents=True)
    private, public = (outer, outer / "inner") if inner == "releases" else (outer / "inner", outer)
    with pytest.raises(Unsafe) as unsafe:
        store.refuse_public(private, private if inner == "both" else public)
    assert unsafe.value.reason == "public"
    store.refuse_public(outer / "inner", outer / "beside")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert refused({"REGISTER_DIR": str(tmp_path / "file")}) == "no_folder"


def test_the_secret_is_made_once_and_is_nobody_elses(folder):
    key = secret.key(folder)
    assert len(key) == 32 and key == secret.key(folder)
    assert mode(folder / "secret.key") == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret.key"]


def test_two_stores_have_two_secrets(tmp_path):
    keys = {secret.key(store.folder({"REGISTER_DIR": str(tmp_path / name)})) for name in ("one", "other")}
    assert len(keys) == 2


def test_of_many_processes_at_once_all_get_one_secret(folder):
    code = "import sys; from pathlib import Path; from dashboard.publish import secret; "
    code += "sys.stdin.read(1); print(secret.key(Path(sys.argv[1])).hex())"
    command = [sys.executable, "-c", code, str(folder)]
    asked = [
        subprocess.Popen(command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    for process in asked:
        assert process.stdin is not None
        process.stdin.write("!")
        process.stdin.flush()
    keys = {process.communicate()[0].strip() for process in asked}
    assert keys == {secret.key(folder).hex()} and [process.returncode for process in asked] == [0] * 4


@pytest.mark.parametrize(("spoil", "reason"), [("short", "secret"), ("open", "others")])
def test_a_secret_that_is_cut_or_open_is_refused(spoil, reason, folder):
    secret.key(folder)
    path = folder / "secret.key"
    if spoil == "short":
        path.write_bytes(b"short")
    else:
        path.chmod(0o644)
    with pytest.raises(Unsafe) as unsafe:
        secret.key(folder)
    assert unsafe.value.reason == reason


def test_the_register_is_kept_by_year_for_its_owner_alone(folder):
    with store.connect(folder) as connection:
        rows.table(connection, FOUR)
        given = connection.table("assignments").order("volunteer, start_date").fetchall()
        kept = keep(connection, folder)
    assert sorted(path.name for path in (kept / "assignments").iterdir()) == ["year=2023", "year=2024"]
    inside = [*folder.rglob("*")]
    assert {mode(path) for path in inside if path.is_dir()} == {0o700}
    assert {mode(path) for path in inside if path.is_file()} == {0o600}
    with duckdb.connect() as connection:
        found = store.assignments(connection, folder)
        types = ", ".join(f"{name} {kind}" for name, kind in zip(found.columns, found.types, strict=True))
        assert types == rows.TYPES
        assert found.order("volunteer, start_date").fetchall() == given


def test_the_next_register_takes_the_place_of_the_one_before(folder):
    with store.connect(folder) as connection:
        for register in (FOUR, FOUR[:1]):
            connection.execute("DROP VIEW IF EXISTS assignments")
            rows.table(connection, register)
            kept = keep(connection, folder)
    assert list(folder.glob("register-*")) == [kept]
    with duckdb.connect() as connection:
        assert len(store.assignments(connection, folder)) == 1


def test_what_is_written_and_not_kept_goes_and_leaves_the_register_before(folder):
    with store.connect(folder) as connection:
        rows.table(connection, FOUR)
        kept = keep(connection, folder)
        connection.execute("DROP VIEW assignments")
        rows.table(connection, FOUR[:1])
        with store.opened(folder) as held, store.written(held, connection) as register:
            assert len(connection.table("assignments")) == 1 and register.exists()
        assert not register.exists() and len(store.assignments(connection, folder)) == 4
    assert list(folder.glob("register-*")) == [kept]


def test_what_a_killed_process_left_of_its_rows_goes_first(folder):
    for name in ("spill/rows.tmp", ".next/assignments/rows.parquet"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(b"rows")
    with store.opened(folder):
        assert sorted(path.name for path in folder.iterdir()) == [".lock"]


def test_a_store_has_one_master_at_a_time(folder):
    with store.opened(folder), pytest.raises(lock.Busy), store.opened(folder):
        pytest.fail("both held it")


def test_an_empty_store_says_so(folder):
    with duckdb.connect() as connection, pytest.raises(Unsafe) as unsafe:
        store.assignments(connection, folder)
    assert unsafe.value.reason == "empty"


def test_a_write_that_fails_leaves_the_register_before(folder):
    with store.connect(folder) as connection:
        rows.table(connection, FOUR)
        kept = keep(connection, folder)
        connection.execute("DROP VIEW assignments")
        connection.execute("CREATE OR REPLACE TABLE assignments AS SELECT 'no year' AS volunteer")
        with pytest.raises(duckdb.Error):
            keep(connection, folder)
        assert len(store.assignments(duckdb.connect(), folder)) == 4
    assert [path.name for path in folder.glob("register-*")] == [kept.name] and not (folder / ".next").exists()


def test_what_does_not_fit_into_memory_is_spilled_into_the_store(folder):
    with store.connect(folder, "1GB") as connection:
        place = connection.sql("SELECT current_setting('temp_directory')").fetchall()[0][0]
    assert place == str(folder / "spill") and mode(folder / "spill") == 0o700


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_is_a_sentence_in_every_language(lang):
    reasons = ("unset", "relative", "inside", "public", "no_folder", "others", "owner", "secret", "empty")
    said = [Unsafe(reason, "/srv/private").sentence(Language(lang)) for reason in reasons]
    assert len(set(said)) == len(reasons) and all(text.endswith(".") for text in said)
    assert sum("/srv/private" in text for text in said) == 4
