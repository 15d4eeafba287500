"""What if: what it costs to do some work all the same, and what is won where other work is left out."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import holds
from digistrat.plan.plan import plan_of
from digistrat.plan.solver import Means
from digistrat.plan.what_if import what_if
from digistrat.plan.work import Slot
from tests.plan.larger import larger
from tests.plan.small import HAND, POT, QUARTER, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.plan import Plan
    from digistrat.plan.what_if import WhatIf

NOW = Fraction(98, 100)
BOTH = pytest.mark.parametrize("means", [pytest.param(Means(), id="solver"), pytest.param(HAND, id="by hand")])


def differ_as_told(before: Plan, told: WhatIf) -> bool:
    """Tell whether all that is said of the difference between two plans is so, and all of it is said."""
    slots, after = dict(before.chosen), dict(told.plan.chosen)
    assert before.value - told.plan.value == told.costs
    assert slots.keys() - after.keys() == {*told.displaces} | (slots.keys() & {*told.without})
    assert after.keys() - slots.keys() == {*told.brings} | ({*told.forced} - slots.keys())
    moved = {id: (slot, after[id]) for id, slot in slots.items() if id in after and after[id] != slot}
    assert moved == {one.id: (one.before, one.after) for one in told.moves}
    return holds(told.plan.problem, told.plan.schedule)


@BOTH
@pytest.mark.parametrize("seed", range(0, 24, 2))
def test_with_work_the_plan_differs_just_as_told(seed: int, means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem_in(tmp_path, larger(seed)), means)
    rest = [id for id in plan.problem.work if id not in plan.schedule]

    for id in rest[:4]:
        told = what_if(plan, [id])
        if told.is_possible:
            assert id in told.plan.schedule
            assert differ_as_told(plan, told)
            assert not means.solver or told.costs >= 0


@BOTH
@pytest.mark.parametrize("seed", range(0, 24, 2))
def test_without_work_the_plan_differs_just_as_told(seed: int, means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem_in(tmp_path, larger(seed)), means)

    for id in list(plan.schedule)[:4]:
        told = what_if(plan, [], [id])
        assert id not in told.plan.schedule
        assert differ_as_told(plan, told)
        stays = plan.problem.changed([], [id]).work
        kept = {one: place for one, place in plan.schedule.items() if one in stays}
        used, left = plan.problem.used(plan.schedule), plan.problem.used(kept)
        freed = {plan.problem.limits[n]: Fraction(used[n] - left[n], plan.problem.units[n]) for n in range(len(used))}
        assert {limit: amount for limit, amount in freed.items() if amount > 0 and limit.kind != "mix"} == dict(
            told.frees
        )


def test_in_the_place_of_others(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 6}", "id: b, worth: 20, uses: {pot: 4}", "id: c, worth: 30, uses: {pot: 10}"]
    plan = plan_of(problem(tmp_path, *work, having=POT))

    told = what_if(plan, ["c"])

    assert (40 * NOW, ("a", "b"), (), (), ("c",)) == (told.costs, told.displaces, told.brings, told.moves, told.forced)


def test_what_stays_may_move(tmp_path: Path) -> None:
    work = [
        "id: a, worth: 50, uses: {team: 2}",
        "id: b, worth: 40, uses: {team: 2}",
        "id: c, worth: 0, uses: {team: 2}",
    ]
    now = "id: d, worth: 0, not_before: 2027-04, uses: {team: [2, 2, 2]}"
    plan = plan_of(problem(tmp_path, *work, now, having=TEAM))

    told = what_if(plan, ["d"])

    assert ("b",) == told.displaces
    assert [] == [one for one in told.moves if one.id != "a"]
    assert {"d", "a"} == told.plan.schedule.keys()


def test_room_is_made_for_what_was_left_out(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 6}", "id: b, worth: 20, uses: {pot: 5}, effort: 1"]
    plan = plan_of(problem(tmp_path, *work, having=POT))

    told = what_if(plan, [], ["a"])

    assert (30 * NOW, ("b",), ()) == (told.costs, told.brings, told.displaces)
    assert [("pot", "total", Fraction(6))] == [(limit.what, limit.when, amount) for limit, amount in told.frees]


@BOTH
def test_without_work_goes_all_that_waits_for_it(means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50", "id: b, worth: 40, depends_on: a", "id: c, worth: 1"), means)

    told = what_if(plan, [], ["a"])

    assert (("b",), ["c"]) == (told.displaces, list(told.plan.schedule))
    assert 50 * NOW + 40 * NOW**2 == told.costs


def test_what_frees_is_said_to_free_nothing_where_it_is_left_out(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50, frees: {pot: 6}", having=POT))

    assert () == what_if(plan, [], ["a"]).frees


@BOTH
def test_without_work_it_is_said_what_all_that_goes_along_frees(means: Means, tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 4}", "id: b, worth: 40, depends_on: a, uses: {pot: 3}"]
    plan = plan_of(problem(tmp_path, *work, "id: c, worth: 9, uses: {pot: 1}", having=POT), means)

    told = what_if(plan, [], ["a"])

    assert [("pot", "total", Fraction(7))] == [(limit.what, limit.when, amount) for limit, amount in told.frees]


@BOTH
def test_with_work_that_the_problem_does_not_hold_no_plan_is_possible(means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50", "id: b"), means)

    told = what_if(plan, ["b"])

    assert ("optimal", False) == (told.plan.status, told.is_possible)


def test_one_cannot_be_done_where_what_it_waits_for_is_left_out(tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50", "id: b, worth: 40, depends_on: a"))

    assert not what_if(plan, ["b"], ["a"]).is_possible


@BOTH
def test_the_other_plan_is_looked_for_as_the_first_was(means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50"), means)

    assert plan.how == what_if(plan, ["a"]).plan.how


@BOTH
def test_what_no_plan_holds_is_not_possible(means: Means, tmp_path: Path) -> None:
    plan = plan_of(problem(tmp_path, "id: a, worth: 50", "id: b, worth: 50, uses: {pot: 11}", having=POT), means)

    assert not what_if(plan, ["b"]).is_possible
    assert what_if(plan, ["a"]).is_possible
    assert 0 == what_if(plan, ["a"]).costs


def test_one_may_be_swapped_for_another(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: {worth}, uses: {{team: 2}}" for id, worth in (("a", 50), ("b", 40), ("c", 30))]
    plan = plan_of(problem(tmp_path, *work, having=TEAM, plan=QUARTER))

    told = what_if(plan, ["c"], ["a"])

    assert (20 * NOW, (), (), [("c", Slot(0, 1))]) == (told.costs, told.displaces, told.brings, list(told.plan.chosen))


def test_certain_work_may_be_left_out_to_see_what_it_takes(tmp_path: Path) -> None:
    work = ["id: a, worth: 5, must_do: true, uses: {pot: 6}", "id: b, worth: 50, uses: {pot: 5}"]
    plan = plan_of(problem(tmp_path, *work, having=POT))

    told = what_if(plan, [], ["a"])

    assert (-45 * NOW, ("b",)) == (told.costs, told.brings)


def test_by_hand_too_room_is_made_for_what_was_left_out(tmp_path: Path) -> None:
    work = ["id: a, worth: 50, uses: {pot: 6}", "id: b, worth: 20, uses: {pot: 5}"]
    plan = plan_of(problem(tmp_path, *work, having=POT), HAND)

    assert ("b",) == what_if(plan, [], ["a"]).brings
