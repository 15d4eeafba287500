"""When a measure was read last, wherever that is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.readings import age, reads
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy

SERVICE = (
    "- {id: letters, name: Letters, figures: [{period: 2026-Q3, volume: 9}, {period: 2026-Q2, satisfaction: 80}]}\n"
)


def written(folder: Path, keys: str, **files: str) -> Strategy:
    measure = f"- {{id: letters-sent, name: Letters sent, {keys}}}\n"
    more = {f"{name}.yaml": text for name, text in files.items()}
    return load_folder(write(folder, {"measures.yaml": measure, **more}), AS_OF)


def days(strategy: Strategy) -> int | None:
    found = age(strategy, strategy.measures["letters-sent"])
    return found.days if found else None


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        pytest.param("readings: [{date: 2026-11-20, value: 5}, {date: 2026-10, value: 4}]", 1, id="the newest counts"),
        pytest.param("readings: {date: 2026-11, value: 5}", -9, id="a month that runs is young"),
        pytest.param("readings: {date: 2026-11-20, count: 5}", 1, id="a count is a reading"),
        pytest.param("readings: {date: 2026-11-20}", None, id="a date is none"),
        pytest.param("readings: {value: 5}", None, id="a value of some day"),
        pytest.param("baseline: {value: 5, date: 2026-11-11}", 10, id="the baseline, if there is nothing else"),
        pytest.param("baseline: {date: 2026-11-11}", None, id="a baseline that is not known"),
        pytest.param("service: letters, figure: volume", 52, id="a figure of the service"),
        pytest.param("service: letters, figure: satisfaction", 144, id="only where that figure is given"),
        pytest.param("service: letters, figure: digital_take_up, baseline: {value: 5, date: 2026-11-11}", 10, id="no take-up"),
        pytest.param("service: letters, figure: uses, readings: {date: 2026-11-20, value: 5}", None, id="a figure of no name"),
        pytest.param("service: fax, figure: volume, readings: {date: 2026-11-20, value: 5}", None, id="a service of no name"),
        pytest.param("figure: volume, readings: {date: 2026-11-20, value: 5}", None, id="a figure of no service"),
    ],
)  # fmt: skip
def test_the_age_of_a_measure_is_that_of_what_was_read_last(tmp_path: Path, keys: str, expected: int | None) -> None:
    assert expected == days(written(tmp_path, keys, services=SERVICE))


def test_a_value_in_an_update_is_a_reading_of_the_only_measure(tmp_path: Path) -> None:
    commitment = "- {{id: a, statement: A, measure: {measure}, updates: [{{date: 2026-11-19, value: 5}}, {{date: 2026-11-20}}]}}\n"
    one = written(tmp_path / "one", "unit: letters", commitments=commitment.format(measure="letters-sent"))
    two = written(tmp_path / "two", "unit: letters", commitments=commitment.format(measure="[letters-sent, {name: X}]"))

    assert (2, None) == (days(one), days(two))


def test_what_is_dated_ahead_is_a_reading_that_makes_nothing_younger(tmp_path: Path) -> None:
    strategy = written(tmp_path, "readings: [{date: 2026-11-11, value: 4}, {date: 2027-01-01, value: 5}]")

    assert 10 == days(strategy)
    assert ["2026-11-11", "2027-01-01"] == [str(one.when) for one in reads(strategy, strategy.measures["letters-sent"])]
