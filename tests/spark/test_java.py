"""What Spark needs of a machine is said in one sentence, in the language of the operator, before a row is read."""

import os
import sys

import pytest

from dashboard.i18n import LANGUAGES, Language
from dashboard.publish import spark
from dashboard.publish.__main__ import main
from dashboard.publish.spark import java, master
from dashboard.publish.spark.unable import Unable
from tests.register.ministry import write

NEEDED = {
    "kk": "Spark үшін Java 17 немесе одан жаңасы керек. ",
    "ru": "Для Spark нужна Java 17 или новее. ",
    "en": "Spark needs Java 17 or newer. ",
}


def fake(folder, says, code=0):
    """A java that says this of itself, as every real one does: not on its standard output."""
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "java").write_text(f"#!/bin/sh\necho '{says}' >&2\nexit {code}\n", encoding="utf-8")
    (folder / "bin" / "java").chmod(0o755)
    return folder


def found(environment):
    """What is said of it; None if it will do."""
    try:
        java.refuse_old(environment)
    except Unable as unable:
        return {code: unable.sentence(Language(code)) for code in LANGUAGES}
    return None


@pytest.mark.parametrize(
    "says",
    [
        'openjdk version "17.0.15" 2025-04-15',
        'java version "21" 2023-09-19 LTS',
        'openjdk version "25-ea" 2025-09-16',
        'Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "17.0.1"',
    ],
)
def test_java_17_and_newer_will_do(says, tmp_path):
    fake(tmp_path, says)
    assert found({"JAVA_HOME": str(tmp_path), "PATH": ""}) is None
    assert found({"PATH": str(tmp_path / "bin")}) is None


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ('openjdk version "11.0.2" 2019-01-15', "11"),
        ('java version "1.8.0_402"', "8"),
        ('openjdk version "16" 2021-03-16', "16"),
    ],
)
def test_an_older_java_is_named_with_its_version(says, version, tmp_path):
    path = f"{fake(tmp_path, says)}/bin/java"
    said = found({"JAVA_HOME": str(tmp_path), "PATH": ""})
    assert said == {
        "kk": f"{NEEDED['kk']}{path} – Java {version}.",
        "ru": f"{NEEDED['ru']}{path} – это Java {version}.",
        "en": f"{NEEDED['en']}{path} is Java {version}.",
    }


def test_java_home_comes_before_path_as_in_spark_itself(tmp_path):
    old = fake(tmp_path / "old", 'openjdk version "11.0.2"')
    new = fake(tmp_path / "new", 'openjdk version "17.0.2"')
    assert found({"JAVA_HOME": str(new), "PATH": f"{old}/bin"}) is None
    assert f"{old}/bin/java is Java 11" in found({"JAVA_HOME": str(old), "PATH": f"{new}/bin"})["en"]


def test_without_java_both_places_are_named(tmp_path):
    assert (
        found({"PATH": str(tmp_path)})
        == found({})
        == {
            "kk": NEEDED["kk"] + "JAVA_HOME берілмеген, ал PATH бойынша java табылмады.",
            "ru": NEEDED["ru"] + "JAVA_HOME не задана, и в PATH нет java.",
            "en": NEEDED["en"] + "JAVA_HOME is not set, and PATH leads to no java.",
        }
    )


def test_a_java_home_without_java_is_named(tmp_path):
    new = fake(tmp_path / "new", 'openjdk version "17.0.2"')
    said = found({"JAVA_HOME": str(tmp_path), "PATH": f"{new}/bin"})
    assert said["en"] == f"{NEEDED['en']}JAVA_HOME is {tmp_path}: no bin/java in it."
    assert all(text.startswith(NEEDED[code]) and str(tmp_path) in text for code, text in said.items())


@pytest.mark.parametrize(("says", "code"), [("no such thing", 1), ("", 0)])
def test_a_java_that_says_nothing_of_its_version_is_named(says, code, tmp_path):
    said = found({"JAVA_HOME": str(fake(tmp_path, says, code)), "PATH": ""})
    assert all(f"{tmp_path}/bin/java" in text and text.startswith(NEEDED[code]) for code, text in said.items())


def test_a_file_that_is_no_program_is_no_java(tmp_path):
    fake(tmp_path, "").joinpath("bin", "java").write_bytes(b"\0")
    assert f"{tmp_path}/bin/java does not say" in found({"JAVA_HOME": str(tmp_path)})["en"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_command_says_it_in_one_line_and_reads_nothing(lang, tmp_path, monkeypatch, capfd):
    """In an environment without Spark it says that first, since Java would not help there."""
    path = write(tmp_path / "register.csv")
    monkeypatch.setenv("REGISTER_DIR", str(tmp_path / "private"))
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "nowhere"))
    given = ["register", str(path), "--engine", "spark", "--master", "spark://127.0.0.1:7077", "--lang", lang]
    assert main([*given, "--releases", str(tmp_path / "releases")]) == 2
    out, error = capfd.readouterr()
    assert out == "" and error.count("\n") == 1
    assert ("JAVA_HOME" if "spark" in os.environ.get("VIRTUAL_ENV", sys.prefix) else ".venv-spark") in error
    assert not (tmp_path / "releases").exists()


@pytest.mark.parametrize("address", ["", "localhost:7077", "http://127.0.0.1:7077"])
def test_what_is_no_address_of_a_master_is_refused(address):
    with pytest.raises(Unable, match="no_master"):
        master.refuse_silent(address)


@pytest.mark.parametrize("address", ["spark://127.0.0.1:1", "spark://127.0.0.1:1,127.0.0.1:2", "spark://127.0.0.1:x"])
def test_a_master_that_does_not_answer_is_named(address):
    with pytest.raises(Unable) as refused:
        master.refuse_silent(address)
    assert all(address in refused.value.sentence(Language(code)) for code in LANGUAGES)


def test_spark_on_this_machine_alone_listens_to_it_alone():
    alone = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
    assert master.binding("spark://127.0.0.1:7077") == master.binding("local[2]") == alone
    assert master.binding("spark://127.0.0.1:7077,cluster.example:7077") == {}
    assert spark.engine is not None
