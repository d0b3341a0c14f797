"""What is said of a bad file: collected whole, and in Kazakh and Russian too."""

from string import Formatter

import pytest

from dashboard.i18n import Language
from dashboard.locale.update import catalog_of, messages
from dashboard.publish import problems
from dashboard.publish.problems import Problem, line


def test_every_text_of_the_module_is_collected():
    texts = {text for name, text in vars(problems).items() if isinstance(text, str) and not name.startswith("__")}
    assert texts
    assert texts <= messages("publish")


@pytest.mark.parametrize("lang", ["kk", "ru"])
def test_every_sentence_is_translated(lang):
    written = {str(entry.id): entry for entry in catalog_of(lang, "publish") if entry.id}
    assert set(written) == messages("publish")
    for english, entry in written.items():
        assert entry.string and not entry.fuzzy, english
        assert Language(lang)(english) == entry.string != english
        assert placeholders(str(entry.string)) == placeholders(english)


def test_an_empty_cell_is_named_as_such():
    problem = Problem("claims.csv", 2, "value", None, problems.MISSING_CELL)
    said = [line(problem, Language(lang)).partition(": ")[0] for lang in ("kk", "ru", "en")]
    assert said == [
        "claims.csv, 2-жол, value бағаны, бос",
        "claims.csv, строка 2, столбец value, пусто",
        "claims.csv, row 2, column value, empty",
    ]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
