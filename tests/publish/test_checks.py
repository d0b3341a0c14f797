"""Every rule for source files: a row that breaks it is named, and nothing changes on disk."""

import pytest

from dashboard.locale.update import messages
from dashboard.publish import checks
from dashboard.publish.release import publish
from tests.publish.bad_rows import EVERY_CHECK
from tests.publish.source import CODES, GOOD, changed, column, refused, refused_claims, write


def test_every_check_has_a_bad_file():
    assert sorted(EVERY_CHECK) == sorted(path.stem for path in checks.CHECKS.glob("*.sql"))


@pytest.mark.parametrize("check", EVERY_CHECK)
def test_a_bad_file_is_refused(check, source, target):
    changes, (file, row, column) = EVERY_CHECK[check]
    write(source, changed(changes))
    found = refused(source, target)
    sentence = (checks.CHECKS / f"{check}.sql").read_text(encoding="utf-8")
    assert [p for p in found if (p.file, p.row, p.column) == (file, row, column) and p.sentence in sentence]


@pytest.mark.parametrize("check", EVERY_CHECK)
def test_a_check_says_what_a_bad_row_is_and_what_to_do(check, connection):
    text = (checks.CHECKS / f"{check}.sql").read_text(encoding="utf-8")
    assert text.startswith("-- A bad row is ")
    assert connection.sql(text).columns == ["file", "row", "column", "value", "problem"]
    assert [said for said in messages("publish") if f"'{said}' AS problem" in text]


def test_a_value_is_a_plain_number(source, target):
    bad = ["", "1,000", "1 000", "abc", "nan", "inf", "-inf", "Infinity", "1e3", "0x10", "+7", ".5", "5.", "007", "--1"]
    bad += [" 7", "7 ", "7\u00a0", "\u0667", "\uff11\uff12", "\u00bd", "=7", "1_000", "True", "\u22121"]
    write(
        source, GOOD | {"claims": [GOOD["claims"][7] | {"claim": f"C{n}", "value": text} for n, text in enumerate(bad)]}
    )
    found = list(dict.fromkeys(problem[:4] for problem in refused(source, target)))
    assert found == [("claims.csv", n + 2, "value", text or None) for n, text in enumerate(bad)]


def test_a_plain_number_is_published(source, target):
    good = ["0", "7", "34.5", "2100000000", "2100000000.0", "0.1"]
    rows = [GOOD["claims"][7] | {"claim": f"C{n}", "value": text} for n, text in enumerate(good)]
    publish(write(source, GOOD | {"claims": rows}), target, CODES)
    assert column(target, "claims", "value") == [float(text) for text in good]


def test_a_date_is_a_day_of_the_calendar(source, target):
    bad = [
        "2020-13-01",
        "2021-02-29",
        "2020-1-1",
        "2020",
        "01.01.2020",
        "2020-01-01T00:00",
        "20200101",
        "-2020-01-01",
        "x",
    ]
    undated = GOOD["claims"][7] | {"from_precision": "day"}
    write(source, GOOD | {"claims": [undated | {"claim": f"C{n}", "period_from": day} for n, day in enumerate(bad)]})
    found = [problem[:4] for problem in refused(source, target)]
    assert found == [("claims.csv", n + 2, "period_from", day) for n, day in enumerate(bad)]


def test_a_dispute_of_one_number_and_its_repetition_is_refused(source, target):
    again = {("claims", 5, name): text for name, text in (GOOD["claims"][0] | {"claim": "NINE-AGAIN"}).items()}
    rows = changed(again | {("claims", 5, "corroborates"): "NINE"})
    publish(write(source, rows), target, CODES)
    rows["claims"] = [row for row in rows["claims"] if row["claim"] != "EIGHT"]
    assert "NINE" in refused_claims(write(source, rows), target, "dispute")


def test_a_third_value_joins_a_dispute(source, target):
    third = {("claims", 5, name): text for name, text in (GOOD["claims"][1] | {"claim": "TEN", "value": "10"}).items()}
    publish(write(source, changed(third | {("claims", 5, "corroborates"): ""})), target, CODES)
    assert column(target, "claims", "value", "dispute = 'D'") == [8, 9, 10]


@pytest.mark.parametrize("qualifier", ["exact", "almost", "about"])
def test_a_total_counts_each_host_named(qualifier, source, target):
    write(source, changed({("claims", 4, "value"): "1", ("claims", 4, "qualifier"): qualifier}))
    assert ("claims.csv", 4, "value") in [p[:3] for p in refused(source, target)]


@pytest.mark.parametrize("qualifier", ["at_least", "over"])
def test_a_least_number_may_be_smaller_than_its_hosts(qualifier, source, target):
    write(source, changed({("claims", 4, "value"): "1", ("claims", 4, "qualifier"): qualifier}))
    publish(source, target, CODES)


def test_nobody_in_a_place_that_is_named_is_refused(source, target):
    write(source, changed({("claims", 9, "hosts"): "KAZ"}))
    assert ("claims.csv", 9, "value") in [p[:3] for p in refused(source, target)]
