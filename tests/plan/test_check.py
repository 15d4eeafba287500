"""Whether a schedule is a plan: the same as counting it out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import Over, holds, is_in_order, over
from tests.plan.brute_force import broken, every_plan, is_certain
from tests.plan.made_up import made_up
from tests.plan.small import POT, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem, Schedule
    from tests.plan.brute_force import Plan

_MANY = 150  # schedules of each case


def schedule_of(problem: Problem, plan: Plan) -> Schedule | None:
    """Find the slots that begin when a plan says; None where there is no such slot."""
    found: Schedule = {}
    for id, start in plan.items():
        options = problem.options.get(id, ())
        places = [place for place, option in enumerate(options) if option.slot.start == start]
        if not places:
            return None
        found[id] = places[0]
    return found


@pytest.mark.parametrize("seed", range(1, 200, 5))
def test_a_schedule_holds_just_where_it_breaks_nothing(seed: int, tmp_path: Path) -> None:
    case = made_up(seed)
    planned = problem_in(tmp_path, case)
    plans = list(every_plan(case))
    some = plans[:: max(1, len(plans) // _MANY)]
    known = [(plan, found) for plan in some if (found := schedule_of(planned, plan)) is not None]

    told = [not planned.conflicts and holds(planned, schedule) for _, schedule in known]

    certain = {work.id for work in case.works if is_certain(case, work)}
    assert told == [certain <= plan.keys() and not any(broken(case, plan)) for plan, _ in known]


def test_the_limits_that_are_passed_are_named_with_by_how_much(tmp_path: Path) -> None:
    found = problem(tmp_path, *(f"id: {id}, worth: 50, uses: {{team: 1.5}}" for id in "ab"), having=TEAM)

    passed = over(found, {"a": 0, "b": 0})

    assert [Over(0, 2)] == passed
    assert 1 == found.amount(0, 2)
    assert [] == over(found, {"a": 0, "b": 1})


def test_a_limit_that_is_overspent_already_is_passed_by_whatever_asks_of_it_and_only_by_that(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 1}", "id: b, worth: 50", "id: d, status: delivered, uses: {pot: 13}"]
    found = problem(tmp_path, *work, having=POT)

    assert [] == over(found, {"b": 0})
    assert [Over(0, 4)] == over(found, {"a": 0, "b": 0})  # with the three that were too much before


@pytest.mark.parametrize(
    ("schedule", "in_order"),
    [
        pytest.param({"m": 0}, True, id="what is certain"),
        pytest.param({}, False, id="what is certain is missing"),
        pytest.param({"m": 0, "b": 1}, False, id="what is waited for is missing"),
        pytest.param({"m": 0, "a": 0, "b": 0}, True, id="one after the other"),
        pytest.param({"m": 0, "a": 1, "b": 0}, False, id="both at once"),
        pytest.param({"m": 0, "a": 0, "x": 0}, False, id="one excludes the other"),
        pytest.param({"m": 0, "x": 0}, True, id="only one of them"),
    ],
)
def test_a_schedule_is_in_order_where_nothing_is_missing_early_or_excluded(
    schedule: dict[str, int],
    in_order: bool,  # noqa: FBT001  (a column)
    tmp_path: Path,
) -> None:
    work = ["id: m, worth: 1, must_do: true", "id: a, worth: 1", "id: b, worth: 1, depends_on: a"]
    found = problem(tmp_path, *work, "id: x, worth: 1, excludes: a, uses: {team: 1}", having=TEAM)

    assert in_order == is_in_order(found, schedule)
