"""A schedule that is being filled: what goes in, what comes out, and the room that is left."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from digistrat.plan.filling import Filling
from tests.plan.larger import larger
from tests.plan.small import POT, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem

MIX = "plan: {from: 2027-04, quarters: 1}\nmix: {maintain: {max: 50}}"


@pytest.fixture
def shared(tmp_path: Path) -> Problem:
    """Set up three that share a team of two, one of which waits for another."""
    waits = "id: c, worth: 9, uses: {team: 1}, depends_on: a"
    return problem(tmp_path, "id: a, worth: 9, uses: {team: 2}", "id: b, worth: 9, uses: {team: 1}", waits, having=TEAM)


@pytest.mark.parametrize("seed", range(4))
def test_the_room_left_is_what_there_is_without_what_is_used(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))
    random, filling = Random(seed), Filling(planned)  # noqa: S311  (no secret)

    for id in random.choices(list(planned.work), k=60):
        if id in filling.schedule:
            filling.take(id)
        else:
            filling.put(id, random.randrange(len(planned.options[id])))

    used = planned.used(filling.schedule)
    assert [room - amount for room, amount in zip(planned.room, used, strict=True)] == filling.left
    assert filling.left == Filling(planned, filling.schedule).left


def test_a_copy_is_filled_by_itself(shared: Problem) -> None:
    filling = Filling(shared, {"a": 0})
    other = filling.copy()

    other.put("b", 1)

    assert ({"a": 0}, {"a": 0, "b": 1}) == (filling.schedule, other.schedule)
    assert Filling(shared, {"a": 0}).left == filling.left


def test_with_work_goes_all_that_waits_for_it(shared: Problem) -> None:
    filling = Filling(shared, {"a": 0, "b": 1, "c": 0})

    gone = filling.take_with_all_behind("a")

    assert (["a", "c"], {"b": 1}) == (gone, filling.schedule)
    assert [] == filling.take_with_all_behind("a")


def test_a_slot_has_room_where_all_it_asks_for_is_left(shared: Problem) -> None:
    filling = Filling(shared, {"a": 1})

    assert [0, 2, 3] == list(filling.places("b"))


def test_what_waits_begins_after_what_it_waits_for(shared: Problem) -> None:
    filling = Filling(shared, {"a": 1})

    assert 2 == filling.earliest("c")
    assert [2, 3] == [shared.options["c"][place].slot.start for place in filling.places("c")]
    assert filling.earliest("b") < 0


def test_what_asks_nothing_more_of_a_limit_that_is_passed_has_room(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, uses: {pot: 13}", "id: b, worth: 9, frees: {pot: 1}", "id: c, worth: 9, uses: {pot: 1}"]
    planned = problem(tmp_path, *work, having=POT)

    filling = Filling(planned, {"a": 0})

    assert (True, False) == tuple(filling.has_room(planned.options[id][0]) for id in "bc")
    assert {0: 3} == filling.passed()


def test_what_excludes_something_in_the_schedule_is_excluded(tmp_path: Path) -> None:
    filling = Filling(problem(tmp_path, "id: a, worth: 9, excludes: b", "id: b, worth: 9"), {"a": 0})

    assert (False, True) == (filling.is_excluded("a"), filling.is_excluded("b"))
    assert not filling.add(["b"])


def test_several_go_in_as_early_as_each_fits(shared: Problem) -> None:
    filling = Filling(shared)

    assert filling.add(["b", "a", "c"])
    assert {"b": 0, "a": 1, "c": 1} == filling.schedule


def test_of_several_none_goes_in_unless_all_do(shared: Problem) -> None:
    filling = Filling(shared, {"a": 3})
    before = list(filling.left)

    assert not filling.add(["b", "c"])
    assert ({"a": 3}, before) == (filling.schedule, filling.left)


def mixed(folder: Path) -> Problem:
    return problem(
        folder, "id: a, worth: 9, effort: 3, portfolio: maintain", "id: b, worth: 9, effort: 2, portfolio: improve",
        "id: c, worth: 9, effort: 1, portfolio: maintain", plan=MIX,
    )  # fmt: skip


def test_a_mix_that_has_to_stay_within_its_bounds_keeps_work_out(tmp_path: Path) -> None:
    filling = Filling(mixed(tmp_path), {"b": 0})

    assert not filling.add(["a"], mixed=True)
    assert filling.add(["c"], mixed=True)
    assert filling.is_mixed
    assert filling.add(["a"])
    assert not filling.is_mixed


def test_the_mix_is_no_sum_that_is_passed(tmp_path: Path) -> None:
    filling = Filling(mixed(tmp_path), {"a": 0})

    assert {} == filling.passed()
    assert 150 == filling.imbalance()
    assert 50 == filling.imbalance(filling.problem.options["b"][0].asks)
    assert 0 == filling.imbalance(filling.problem.options["a"][0].asks, -1)


def test_what_is_short_is_a_share_of_what_there_is(tmp_path: Path) -> None:
    planned = problem(tmp_path, "id: a, worth: 9, uses: {pot: 8}", "id: b, worth: 9, uses: {pot: 7}", having=POT)
    asks = planned.options["b"][0].asks

    assert (0, 0.5, 0.7) == (
        Filling(planned).shortage(asks), Filling(planned, {"a": 0}).shortage(asks),
        Filling(planned, {"a": 0, "b": 0}).shortage(asks),
    )  # fmt: skip


def certain(folder: Path) -> Problem:
    """Set up work that only fits where the first does not begin as early as it can."""
    return problem(
        folder, "id: a, worth: 9, must_do: true, uses: {team: 2}",
        "id: b, worth: 9, must_do: true, start: 2027-04, uses: {team: 2}", having=TEAM,
    )  # fmt: skip


def test_what_has_to_go_in_goes_back_on_earlier_places(tmp_path: Path) -> None:
    filling = Filling(certain(tmp_path))

    assert filling.hold(["a", "b"], 100)
    assert {"a": 1, "b": 0} == filling.schedule


@pytest.mark.parametrize("tries", [0, 1, 2])
def test_what_does_not_go_in_with_few_tries_leaves_nothing_behind(tries: int, tmp_path: Path) -> None:
    filling = Filling(certain(tmp_path))

    assert not filling.hold(["a", "b"], tries)
    assert ({}, list(filling.problem.room)) == (filling.schedule, filling.left)


def test_what_cannot_go_in_leaves_nothing_behind(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 9, must_do: true, uses: {{pot: 6}}" for id in "ab"]
    filling = Filling(problem(tmp_path, *work, having=POT))

    assert not filling.hold(["a", "b"], 100)
    assert {} == filling.schedule
    assert filling.hold([], 0)
