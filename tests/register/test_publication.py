"""One command from a register to its release: what it says and does, and that it changes all or nothing."""

from __future__ import annotations

import ctypes
import json
import resource
import signal
from pathlib import Path

import duckdb
import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import cells, lock, protection, store
from dashboard.publish.__main__ import main
from dashboard.publish.register import failures, publication
from dashboard.publish.register.steps import hushed
from tests.publish.source import bytes_of
from tests.register import ministry, publishing
from tests.register.publishing import AS_OF, NEW, OLD, publish, register, started


@pytest.fixture(scope="module")
def published(tmp_path_factory) -> Path:
    """Private store and releases after a first publication: not to be changed by any test."""
    folder = tmp_path_factory.mktemp("published")
    assert publish(folder, register(folder)) == 0
    return folder


def said(folder) -> dict:
    """release.json of what is shown."""
    return json.loads((folder / "releases" / "current" / "release.json").read_text(encoding="utf-8"))


def kept(folder) -> int:
    """Rows of the register in the private store."""
    with duckdb.connect() as connection:
        return len(store.assignments(connection, folder / "private"))


def state(folder) -> dict[str, bytes]:
    """Every byte of the private store and of the releases."""
    return {
        f"{name}/{path}": text for name in ("private", "releases") for path, text in bytes_of(folder / name).items()
    } | {"current": str(publishing.shown(folder)).encode()}


def test_a_register_becomes_a_release_that_keeps_the_rules(published):
    release = said(published)
    assert (release["as_of"], release["synthetic"], release["number"]) == (AS_OF, False, 1)
    rules = {"threshold": 3, "least": 1, "most": 3, "signed_by": ""}
    assert release["policy"] == rules and kept(published) == 34
    with duckdb.connect() as connection:
        rows = connection.read_parquet(str(published / "releases" / "current" / "register.parquet"))
        rows.create_view("rows")
        of_hosts = connection.sql(
            "SELECT code, value, status FROM rows WHERE \"table\" = 'by_host' AND year = 2024 AND measure = 'people'"
        ).fetchall()
    # Two people in Jordan are too few, and one of the other two countries would give them away.
    found = {code: (value, status) for code, value, status in of_hosts}
    assert found.keys() == {"JOR", "KEN", "THA"} and found["JOR"] == (None, "Q")
    assert sorted([found["KEN"], found["THA"]], key=str) == [(12.0, "A"), (None, "Q")]


def test_the_same_again_says_so_and_changes_nothing_public(published, capsys):
    before = bytes_of(published / "releases")
    assert publish(published, register(published)) == 0
    name = publishing.shown(published)
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"Release {name} shows these numbers already, so no new one was made."
    )
    assert bytes_of(published / "releases") == before


def test_it_tells_its_steps_and_at_the_end_what_changed_and_how_to_undo_it(tmp_path, capsys):
    assert publish(tmp_path, register(tmp_path)) == 0
    out, error = capsys.readouterr()
    first = publishing.shown(tmp_path)
    assert error.splitlines() == [
        "Step 1 of 4: reading and checking the rows",
        "Step 2 of 4: counting",
        "Step 3 of 4: choosing what to withhold, and trying to work it out",
        "Step 4 of 4: writing the release",
    ]
    assert out.splitlines()[:2] == ["34 rows were read: 34 are sound, 0 are not.", "This is the first release."]
    assert out.splitlines()[-3:] == [
        f"Release {first} is shown now.",
        "To undo this: make rollback",
        "Nobody has signed the rules of protection: signed_by in disclosure.toml is empty.",
    ]
    assert publish(tmp_path, register(tmp_path, NEW)) == 0
    out = capsys.readouterr().out
    assert "\nVolunteers abroad in 2024: 27, before: 26.\n" in out and "at home" not in out
    assert said(tmp_path)["before"] == first


def test_a_rollback_undoes_it_and_can_be_undone(tmp_path, capsys):
    names: list[str] = []
    for groups in (OLD, NEW):
        assert publish(tmp_path, register(tmp_path, groups)) == 0
        names.append(said(tmp_path)["release"])
    whole = bytes_of(tmp_path / "releases")
    to = ["--releases", str(tmp_path / "releases")]
    capsys.readouterr()
    assert main(["rollback", *to]) == 0 and publishing.shown(tmp_path) == names[0]
    assert capsys.readouterr().out.splitlines() == [
        f"Release {names[0]} is shown now.",
        f"To undo this: make rollback RELEASE={names[1]}",
    ]
    assert main(["rollback", names[1], *to]) == 0 and publishing.shown(tmp_path) == names[1]
    assert bytes_of(tmp_path / "releases") == whole
    capsys.readouterr()
    assert main(["releases", *to]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [
        f"{names[1]}, shown now",
        names[0],
    ]


def wrong_rows(folder) -> tuple[Path, list[str]]:
    return ministry.write(folder / "bad.csv", [*publishing.crowd()[1:], publishing.crowd()[0] | {"sex": "x"}]), []


def no_file(folder) -> tuple[Path, list[str]]:
    return folder / "none.csv", []


def a_day_too_early(folder) -> tuple[Path, list[str]]:
    return register(folder, NEW), ["--as-of", "2024-02-29"]


def a_day_to_come(folder) -> tuple[Path, list[str]]:
    return register(folder, NEW), ["--as-of", "9999-12-31"]


@pytest.mark.parametrize("bad", [wrong_rows, no_file, a_day_too_early, a_day_to_come])
def test_a_register_that_is_refused_leaves_every_byte_as_it_was(bad, published, tmp_path, capsys):
    before = state(published)
    file, options = bad(tmp_path)
    assert publish(published, file, *options) == 2
    assert state(published) == before
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("rule", ["threshold = 'three'", "most = 1", '[[exceptions]]\ncell = "x"\nclaim = "NINE"'])
def test_rules_that_cannot_be_kept_leave_every_byte_as_it_was(rule, published, tmp_path, capsys, monkeypatch):
    (tmp_path / "disclosure.toml").write_text(rule, encoding="utf-8")
    monkeypatch.setattr(publication, "POLICY", tmp_path / "disclosure.toml")
    before = state(published)
    assert publish(published, register(tmp_path, NEW)) == 2
    assert state(published) == before
    assert capsys.readouterr().err.splitlines()[-1] == "Nothing was published or changed."


def test_an_exception_for_a_cell_that_is_not_there_is_found_after_the_counting(
    published, tmp_path, capsys, monkeypatch
):
    with duckdb.connect() as connection:
        ((claim,),) = connection.sql(f"SELECT min(claim) FROM '{cells.CLAIMS}'").fetchall()
    rule = f'[[exceptions]]\ncell = "abroad/by_host/2024/XXX/people"\nclaim = "{claim}"'
    (tmp_path / "disclosure.toml").write_text(rule, encoding="utf-8")
    monkeypatch.setattr(publication, "POLICY", tmp_path / "disclosure.toml")
    before = state(published)
    assert publish(published, register(tmp_path, NEW)) == 2
    assert state(published) == before
    assert capsys.readouterr().err.splitlines()[-2].startswith("abroad/by_host/2024/XXX/people: The exception names")


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("kk", "REGISTER_DIR берілмеген."),
        ("ru", "REGISTER_DIR не задан."),
        ("en", "REGISTER_DIR is not set."),
    ],
)
def test_without_a_private_store_it_says_what_to_do(lang, sentence, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("REGISTER_DIR", raising=False)
    assert main([*publishing.arguments(tmp_path, register(tmp_path)), "--lang", lang]) == 1
    assert capsys.readouterr().err.startswith(sentence)
    assert not (tmp_path / "releases").exists()


def test_a_store_that_others_can_open_is_refused(tmp_path, capsys):
    (tmp_path / "private").mkdir(mode=0o755)
    assert publish(tmp_path, register(tmp_path)) == 1
    assert "chmod go-rwx" in capsys.readouterr().err and list((tmp_path / "private").iterdir()) == []


@pytest.mark.parametrize("most", [512, pytest.param(3072, marks=pytest.mark.register)])
def test_a_full_disk_is_one_sentence_and_leaves_everything_as_it_was(most, published, tmp_path):
    """As a disk on which no file may grow beyond so many bytes, which the system enforces."""
    before = state(published)
    limit = (most, resource.RLIM_INFINITY)
    process = started(
        published, register(tmp_path, NEW), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit)
    )
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error.splitlines()[-2:]) == (
        1,
        ["A disk is full. Make room on it and try again.", "Nothing was published or changed."],
    )
    assert state(published) == before


def test_a_failure_in_the_last_step_too_leaves_everything_as_it_was(published, tmp_path, capsys):
    """A file stands where the release is to be written."""
    (in_the_way := published / "releases" / ".next").touch()
    before = state(published)
    assert publish(published, register(tmp_path, NEW)) == 1
    assert capsys.readouterr().err.splitlines()[-3:] == [
        "Step 4 of 4: writing the release",
        f"{in_the_way} cannot be read or written.",
        "Nothing was published or changed.",
    ]
    assert state(published) == before
    in_the_way.unlink()


def test_a_report_that_cannot_be_written_is_one_sentence(published, tmp_path, capsys):
    file, _ = wrong_rows(tmp_path)
    assert publish(published, file, "--problems", "/dev/full") == 1
    assert publish(published, file, "--problems", str(tmp_path / "none" / "all.csv")) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "A disk is full. Make room on it and try again." in lines
    assert f"{tmp_path / 'none' / 'all.csv'} cannot be read or written." in lines


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_stands_in_the_way_is_said_in_every_language(lang, capsys):
    causes = [
        KeyboardInterrupt(),
        OSError(28, "No space left on device", "/srv/x"),
        duckdb.IOException('Could not write file "/srv/x": No space left on device'),
        PermissionError(13, "Permission denied", "/srv/x"),
        duckdb.IOException('Cannot open file "/srv/x": Permission denied'),
        NotADirectoryError(20, "Not a directory", "/srv/x"),
        duckdb.OutOfMemoryException("failed to allocate data"),
        store.Unsafe("unset"),
        protection.Unprotected(),
    ]

    def answer(cause) -> str:
        def work():
            raise cause

        assert failures.answered(work, Language(lang)) == (130 if isinstance(cause, KeyboardInterrupt) else 1)
        return capsys.readouterr().err

    told = [answer(cause) for cause in causes]
    assert told[1] == told[2] and told[3] == told[4] and len(set(told)) == 7
    assert ["/srv/x" in text for text in told] == [False, False, False, True, True, True, *[False] * 3]
    assert all(len(text.splitlines()) == 2 for text in told)


def test_a_fault_of_the_program_is_not_hidden():
    def work():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failures.answered(work, Language("en"))


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_stopped_midway_it_says_so_and_leaves_everything_as_it_was(asked, published, tmp_path):
    before = state(published)
    process = started(published, register(tmp_path, NEW))
    assert process.stderr is not None
    assert process.stderr.readline().startswith("Step 1")
    process.send_signal(asked)
    error = process.communicate(timeout=60)[1]
    assert (process.returncode, error.splitlines()[-2:]) == (
        130,
        ["The work was stopped.", "Nothing was published or changed."],
    )
    assert state(published) == before


@pytest.mark.parametrize("busy", ["releases", "private"])
@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("kk", "Басқа жариялау жүріп жатыр. Ештеңе өзгерген жоқ."),
        ("ru", "Идет другая публикация. Ничего не изменено."),
        ("en", "Another publication is under way. Nothing was changed."),
    ],
)
def test_while_another_is_at_it_it_says_so_and_changes_nothing(lang, sentence, busy, published, tmp_path, capsys):
    before = state(published)
    with lock.hold(published / busy):
        assert publish(published, register(tmp_path, NEW), "--lang", lang) == 3
    assert state(published) == before
    out, error = capsys.readouterr()
    assert (out, error.startswith(sentence)) == ("", True)


@pytest.mark.register
def test_whoever_shares_a_store_with_others_waits_for_it_and_never_for_ever(tmp_path):
    """Two sets of releases, one store: each run takes the lock of its releases first and then that of the store."""
    (tmp_path / "private").mkdir(mode=0o700)
    places = [tmp_path / name for name in ("one", "other")]
    for place in places:
        place.mkdir()
        (place / "private").symlink_to(tmp_path / "private")
    with lock.hold(tmp_path / "private"):
        processes = [started(place, register(place), "--wait") for place in places]
        for process in processes:
            assert process.stderr is not None and "Waiting until it is done." in process.stderr.readline()
    told = [process.communicate(timeout=120)[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0], told


@pytest.mark.register
def test_of_two_registers_at_once_the_second_waits_and_follows_the_first(tmp_path):
    files = []
    for name, groups in (("one", OLD), ("two", NEW)):
        (tmp_path / name).mkdir()
        files.append(register(tmp_path / name, groups))
    processes = [started(tmp_path, file, "--wait") for file in files]
    told = [process.communicate(timeout=120) for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert sum("Waiting until it is done." in error for _, error in told) == 1
    release = said(tmp_path)
    assert (release["number"], publishing.shown(tmp_path)) == (2, release["release"])
    last = files[0] if "Waiting" in told[0][1] else files[1]
    assert kept(tmp_path) == len(last.read_text(encoding="utf-8").splitlines()) - 1


def test_what_a_solver_prints_past_python_stays_unheard(capfd):
    libc = ctypes.CDLL(None)
    print("before")
    with hushed():
        libc.printf(b"a line of the solver\n")
    print("after", flush=True)
    libc.fflush(None)
    assert capfd.readouterr().out == "before\nafter\n"
