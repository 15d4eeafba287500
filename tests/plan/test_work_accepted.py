"""Work in the slots that a plan gave it, which somebody accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.problem import problem_of
from digistrat.plan.reason import Reason
from digistrat.plan.work import Slot
from tests.plan.small import scored, strategy_of

if TYPE_CHECKING:
    from pathlib import Path

A, B = (f"id: {id}, worth: 50" for id in "ab")


def test_accepted_work_is_certain_in_the_slot_that_was_accepted(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, A, B)

    found = problem_of(strategy, scored(strategy), accepted={"a": Slot(2, 3)})

    assert {"a": True, "b": False} == {id: one.must for id, one in found.work.items()}
    assert (Slot(2, 3),) == found.work["a"].slots


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        pytest.param("choice: later", Reason("given-up", "a"), id="put aside since"),
        pytest.param("status: delivered", Reason("given-up", "a"), id="delivered since"),
        pytest.param("choice: will", None, id="still to be done"),
    ],
)
def test_accepted_work_that_was_given_up_is_in_the_way(keys: str, reason: Reason | None, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, f"{A}, {keys}")

    found = problem_of(strategy, scored(strategy), accepted={"a": Slot(0, 1)})

    assert reason == found.conflicts.get("a")


@pytest.mark.parametrize(
    ("keys", "slot"),
    [
        pytest.param("must_do: true, start: 2027-07", Slot(1, 2), id="its start is set"),
        pytest.param("status: in-progress, start: 2027-01, duration: 2 quarters", Slot(-1, 1), id="begun"),
        pytest.param("must_do: true", Slot(2, 3), id="certain without a start"),
        pytest.param("choice: will, start: 2027-07", Slot(2, 3), id="the start of a candidate is only planned"),
    ],
)
def test_accepted_work_that_is_certain_keeps_its_own_slot(keys: str, slot: Slot, tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, f"{A}, {keys}")

    found = problem_of(strategy, scored(strategy), accepted={"a": Slot(2, 3)})

    assert (slot,) == found.work["a"].slots


def test_an_accepted_candidate_without_an_effort_is_in_the_way_where_shares_of_it_count(tmp_path: Path) -> None:
    plan = "plan: {from: 2027-04, quarters: 4}\nmix: {maintain: {max: 40}}"
    strategy = strategy_of(tmp_path, A, f"{B}, effort: 2", plan=plan)

    found = problem_of(strategy, scored(strategy), accepted={"a": Slot(0, 1), "b": Slot(0, 1)})

    assert {"a": Reason("unsized", "a")} == found.conflicts
    assert () == found.notes


def test_accepted_work_needs_no_score(tmp_path: Path) -> None:
    strategy = strategy_of(tmp_path, "id: a")

    found = problem_of(strategy, scored(strategy), accepted={"a": Slot(0, 1)})

    assert ["a"] == list(found.work)
