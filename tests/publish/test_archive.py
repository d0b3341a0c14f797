"""A new release leaves the one before it in the archive, whole; whatever is no new release leaves the archive alone."""

import json
import shutil

import pytest

from dashboard import data
from dashboard.publish.release import publish
from tests.publish.source import CODES, GOOD, archived, bytes_of, changed, refused, write

TEN = {("claims", 9, "value"): "10"}


def name(target) -> str:
    return json.loads((target / "release.json").read_text(encoding="utf-8"))["release"]


def test_the_first_release_has_none_before_it(target):
    assert not (target / "archive").exists()


def test_a_new_release_keeps_the_small_files_of_the_one_before(source, target):
    before, kept = bytes_of(target), archived(target)
    publish(write(source, changed(TEN)), target, CODES)
    after = bytes_of(target)
    assert {path: text for path, text in after.items() if path.startswith("archive/")} == kept
    assert after["claims.parquet"] != before["claims.parquet"]
    assert not [path for path in after if path.startswith("archive/") and "borders" in path]
    data.check(target)
    data.whole(target / "archive" / kept_name(kept))


def kept_name(kept) -> str:
    return next(iter(kept)).split("/")[1]


def test_publishing_the_same_again_archives_nothing(source, target):
    write(source, changed(TEN))
    publish(source, target, CODES)
    before = bytes_of(target)
    publish(source, target, CODES)
    assert bytes_of(target) == before


def test_another_word_on_what_changed_is_no_new_release(source, target):
    """The name of a release is made of its tables."""
    publish(write(source, changed({("releases", 3, "change"): "Nine, and eight."})), target, CODES)
    assert not (target / "archive").exists()


def test_every_release_is_kept_once_also_when_one_comes_back(source, target):
    first = archived(target)
    publish(write(source, changed(TEN)), target, CODES)
    second = archived(target)
    publish(write(source, GOOD), target, CODES)
    publish(write(source, changed(TEN)), target, CODES)
    assert {path: text for path, text in bytes_of(target).items() if path.startswith("archive/")} == first | second


def test_a_refused_source_archives_nothing(source, target):
    """`refused` compares what lies in the target, folders within it too."""
    refused(write(source, changed(TEN | {("claims", 2, "measure"): "happiness"})), target)


@pytest.mark.parametrize("spoilt", ["claims.parquet", "release.json"])
def test_what_is_not_as_it_was_released_does_not_become_an_archived_release(spoilt, source, target):
    (target / spoilt).write_bytes((target / spoilt).read_bytes()[:-9])
    publish(write(source, changed(TEN)), target, CODES)
    assert not (target / "archive").exists()
    data.check(target)


def test_a_release_may_not_choose_where_it_is_kept(source, target):
    said = json.loads((target / "release.json").read_text(encoding="utf-8"))
    (target / "release.json").write_text(json.dumps(said | {"release": "../../elsewhere"}), encoding="utf-8")
    publish(write(source, changed(TEN)), target, CODES)
    assert not (target / "archive").exists()
    assert not (target.parent / "elsewhere").exists() and not (target.parents[1] / "elsewhere").exists()


def test_a_spoilt_copy_in_the_archive_is_made_anew(source, target):
    kept = archived(target)
    folder = target / "archive" / kept_name(kept)
    folder.mkdir(parents=True)
    (folder / "claims.parquet").write_bytes(b"half")
    publish(write(source, changed(TEN)), target, CODES)
    assert bytes_of(folder) == {path.split("/")[2]: text for path, text in kept.items()}


@pytest.fixture
def two_releases(source, target, monkeypatch):
    """What the reader of data/ finds when one value was changed from 0 to 10 since the release before."""
    first = name(target)
    publish(write(source, changed(TEN)), target, CODES)
    monkeypatch.setattr(data, "DATA", target)
    forget()
    monkeypatch.setattr(data, "_connection", lambda: data.connect(target))
    yield first
    forget()


def forget() -> None:
    for kept in (data._query, data._release, data._archive):
        kept.cache_clear()


def values(df) -> list:
    return [row["value"] for row in df.to_dict("records") if row["claim"] == "NOBODY"]


def test_queries_can_be_put_to_an_earlier_release(two_releases):
    assert data.archived() == [two_releases]
    assert values(data.query("claims")) == [10]
    assert values(data.query("claims", release=two_releases)) == [0]
    assert values(data.query("claims", release=data.release()["release"])) == [10]
    assert data.release(two_releases)["release"] == two_releases != data.release()["release"]


@pytest.mark.parametrize(
    "no_name", ["", "..", "2025-05-13-00000000", "../archive", "2025-05-13-257c6f99/..", "archive"]
)
def test_a_release_that_is_not_kept_is_not_looked_for_elsewhere(no_name, two_releases):
    with pytest.raises(data.NotKept):
        data.query("claims", release=no_name)
    with pytest.raises(data.NotKept):
        data.release(no_name)


def test_an_archived_file_that_was_changed_is_not_read(two_releases):
    spoilt = data.DATA / "archive" / two_releases
    shutil.copyfile(data.DATA / "claims.parquet", spoilt / "claims.parquet")
    with pytest.raises(data.BrokenData, match=r"claims\.parquet is not the file that was released"):
        data.query("claims", release=two_releases)


def test_at_most_four_earlier_releases_are_open_at_once(two_releases):
    for number in range(6):
        copy = data.DATA / "archive" / f"2020-{number:08x}"
        shutil.copytree(data.DATA / "archive" / two_releases, copy)
        assert values(data.query("claims", release=copy.name)) == [0]
    assert data._archive.cache_info().currsize == 4
