"""The file of rules: what it says, and what it may not say."""

from pathlib import Path

import pytest

from dashboard.i18n import Language
from dashboard.publish.disclosure import problems
from dashboard.publish.disclosure.cells import Cell
from dashboard.publish.disclosure.policy import Exempt, Policy, read
from dashboard.publish.disclosure.problems import Refused

PROJECT = Path(__file__).parents[2]


def written(tmp_path: Path, text: str) -> Path:
    (path := tmp_path / "disclosure.toml").write_text(text, encoding="utf-8")
    return path


def test_the_rules_that_ship_are_those_of_the_code():
    assert read(PROJECT / "data" / "source" / "disclosure.toml", []) == Policy()


def test_an_exception_cites_its_claim(tmp_path):
    path = written(tmp_path, '[[exceptions]]\ncell = "2024"\nclaim = "SEVEN"\n')
    assert read(path, ["SEVEN"]).exceptions == (Exempt("2024", "SEVEN"),)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("threshold = ", problems.UNREADABLE),
        ("treshold = 3", problems.UNREADABLE),
        ('threshold = "3"', problems.UNREADABLE),
        ("zeros_published = 1", problems.UNREADABLE),
        ('[[exceptions]]\ncell = "2024"', problems.UNREADABLE),
        ("[exceptions]\ncell = 1", problems.UNREADABLE),
        ("threshold = 0", problems.WIDTH),
        ("threshold = 5", problems.WIDTH),
        ("most = 2", problems.WIDTH),
        ("least = 2", problems.LEAST),
        ("least = 0", problems.LEAST),
        ('[[exceptions]]\ncell = "2024"\nclaim = "EIGHT"', problems.NO_CLAIM),
    ],
)
def test_rules_that_protect_nobody_are_refused(tmp_path, text, sentence):
    with pytest.raises(Refused) as refused:
        read(written(tmp_path, text), ["SEVEN"])
    assert refused.value.sentence == sentence


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(Refused):
        read(tmp_path / "disclosure.toml", [])


def test_people_decide_what_is_small_and_not_the_count():
    assert Policy().sensitive(Cell("days", 730, 2))
    assert not Policy().sensitive(Cell("days", 3, 3))


def test_a_zero_is_small_only_where_zeros_are_withheld():
    assert not Policy().sensitive(Cell("nobody", 0, 0))
    assert Policy(least=0, zeros_published=False).sensitive(Cell("nobody", 0, 0))


def test_a_refusal_is_one_line_in_the_language_of_who_asks():
    refused = Refused(problems.UNSAFE, "people 2024", "people 2025")
    assert problems.line(refused, Language("ru")) == (
        "people 2024, people 2025: Значение ячейки можно вычислить по тому, что должно остаться открытым. "
        "Уберите исключение или публикуйте меньше таблиц."
    )
    assert problems.line(Refused(problems.WIDTH)) == problems.WIDTH
