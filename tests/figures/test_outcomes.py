"""What is done for an outcome, and who can see it come true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.figures.outcomes import commitments_for, initiatives_for, is_measured
from digistrat.model.load import load_folder
from tests.strategies import AS_OF, write

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.model.strategy import Strategy

MISSION = """
mission: Nobody waits for care
outcomes:
  - {id: less-waiting, title: People wait less}
"""


def strategy(folder: Path, **files: str) -> Strategy:
    written = {"mission.yaml": MISSION, **{f"{name}.yaml": text for name, text in files.items()}}
    return load_folder(write(folder, written), AS_OF)


def work(more: str) -> str:
    return f"- {{id: e-letters, title: Letters, outcomes: less-waiting, {more}}}\n"


def promise(more: str) -> str:
    return f"- {{id: same-day, statement: Letters leave on the day, outcomes: less-waiting, {more}}}\n"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("choice: will", ["e-letters"], id="chosen"),
        pytest.param("status: idea", ["e-letters"], id="an idea"),
        pytest.param("status: delivered", ["e-letters"], id="delivered"),
        pytest.param("choice: later", [], id="put off"),
        pytest.param("choice: will-not", [], id="decided against"),
        pytest.param("choice: later, must_do: true", ["e-letters"], id="put off, and it has to be done"),
        pytest.param("choice: will, must_do: true, status: stopped", [], id="stopped, whatever was said"),
    ],
)
def test_work_that_was_given_up_works_towards_nothing(more: str, expected: list[str], tmp_path: Path) -> None:
    found = strategy(tmp_path, initiatives=work(more))

    assert expected == [one.id for one in initiatives_for(found, found.outcomes["less-waiting"])]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("due: 2028", ["same-day"], id="open"),
        pytest.param("updates: {status: delivered}", ["same-day"], id="delivered"),
        pytest.param("updates: {status: dropped}", [], id="dropped"),
        pytest.param("updates: {date: 2027-01, status: dropped}", ["same-day"], id="to be dropped one day"),
    ],
)
def test_a_promise_that_was_dropped_works_towards_nothing(more: str, expected: list[str], tmp_path: Path) -> None:
    found = strategy(tmp_path, commitments=promise(more))

    assert expected == [one.id for one in commitments_for(found, found.outcomes["less-waiting"])]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("measure: {name: Letters, target: 900}", True, id="a target"),
        pytest.param("measure: {name: Letters}", False, id="no target"),
        pytest.param("measure: [{name: Letters}, {name: Calls, target: 10}]", True, id="one target of two"),
        pytest.param("measure: letters-sent", True, id="a measure of its own with a target"),
        pytest.param("measure: nobody-knows", True, id="a measure that nobody knows"),
        pytest.param("measure: {name: Letters, target: 900}, updates: {status: dropped}", False, id="dropped"),
        pytest.param("due: 2028", False, id="no measure"),
    ],
)
def test_a_commitment_measures_its_outcome_where_it_has_a_target(more: str, *, expected: bool, tmp_path: Path) -> None:
    found = strategy(tmp_path, commitments=promise(more))

    assert is_measured(found, found.outcomes["less-waiting"]) is expected
