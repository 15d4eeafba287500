"""Any plan at all, searched for without a solver."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import holds
from digistrat.plan.search import Searched, any_plan
from tests.plan.brute_force import best
from tests.plan.made_up import made_up
from tests.plan.small import POT, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("seed", range(2, 200, 5))
def test_a_plan_is_found_just_where_there_is_one(seed: int, tmp_path: Path) -> None:
    case = made_up(seed)
    planned = problem_in(tmp_path, case)

    found = any_plan(planned, 10**6)

    assert found.is_proof
    if not planned.conflicts:
        assert (best(case) is None) == (found.schedule is None)
        assert found.schedule is None or holds(planned, found.schedule)


def test_as_little_as_may_be_is_beside_what_is_certain(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, must_do: true, uses: {pot: 11}", "id: b, worth: 9, frees: {pot: 1}", "id: c, worth: 9"]
    planned = problem(tmp_path, *work, having=POT)

    found = any_plan(planned, 100)

    assert Searched({"a": 0, "b": 0}, is_proof=True) == found


def test_that_there_is_none_is_seen_at_once_where_what_is_certain_asks_too_much(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, must_do: true, uses: {pot: 12}", "id: b, worth: 9, frees: {pot: 1}"]
    planned = problem(tmp_path, *work, having=POT)

    assert Searched(None, is_proof=True) == any_plan(planned, 0)


@pytest.mark.parametrize(("tries", "is_found"), [(0, False), (3, False), (100, True)])
def test_a_search_that_ends_too_soon_proves_nothing(tries: int, is_found: bool, tmp_path: Path) -> None:  # noqa: FBT001  (a column)
    work = [f"id: {id}, worth: 9, must_do: true, uses: {{team: 2}}" for id in "abcd"]

    found = any_plan(problem(tmp_path, *work, having=TEAM), tries)

    assert (is_found, is_found) == (found.is_proof, found.schedule is not None)


def test_what_delivered_work_overspent_makes_no_plan_impossible(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, must_do: true", "id: d, status: delivered, uses: {pot: 13}", "id: b, uses: {pot: 1}"]

    found = any_plan(problem(tmp_path, *work, "id: c, worth: 9, uses: {pot: 1}", having=POT), 100)

    assert Searched({"a": 0}, is_proof=True) == found


def test_where_no_work_is_to_be_planned_nothing_is_the_plan(tmp_path: Path) -> None:
    assert Searched({}, is_proof=True) == any_plan(problem(tmp_path), 0)
