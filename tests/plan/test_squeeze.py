"""Room for work where there is none, and the schedule that passes the limits least."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from digistrat.plan.check import is_in_order, over
from digistrat.plan.filling import Filling
from digistrat.plan.squeeze import least_passed, squeeze_in, tightest
from tests.plan.larger import larger
from tests.plan.small import POT, TEAM, problem, problem_in

if TYPE_CHECKING:
    from pathlib import Path

HALF = "uses: {pot: 5}"


def test_what_gives_most_for_what_it_costs_goes(tmp_path: Path) -> None:
    work = [f"id: a, worth: 50, {HALF}", f"id: b, worth: 20, {HALF}", f"id: c, worth: 40, {HALF}"]
    filling = Filling(problem(tmp_path, *work, having=POT), {"a": 0, "b": 0})

    assert squeeze_in(filling, "c")
    assert {"a": 0, "c": 0} == filling.schedule


def test_what_is_certain_stays(tmp_path: Path) -> None:
    work = [f"id: a, worth: 50, {HALF}", f"id: b, worth: 20, must_do: true, {HALF}", f"id: c, worth: 40, {HALF}"]
    filling = Filling(problem(tmp_path, *work, having=POT), {"a": 0, "b": 0})

    assert squeeze_in(filling, "c")
    assert {"b": 0, "c": 0} == filling.schedule


def test_what_it_waits_for_comes_in_and_what_it_excludes_goes(tmp_path: Path) -> None:
    work = ["id: a, worth: 9", "id: b, worth: 9, depends_on: a", "id: c, worth: 9, excludes: d", "id: d, worth: 9"]
    planned = problem(tmp_path, *work, "id: e, worth: 9, depends_on: [b, c]", "id: f, worth: 9, depends_on: d")
    filling = Filling(planned, {"d": 0, "f": 0})

    assert squeeze_in(filling, "e")
    assert ["a", "b", "c", "e"] == sorted(filling.schedule)


@pytest.mark.parametrize(
    ("work", "held"),
    [
        pytest.param(["id: a, worth: 9, must_do: true, uses: {pot: 6}", f"id: c, worth: 9, {HALF}"], "a", id="no room"),
        pytest.param(
            ["id: a, worth: 9, depends_on: b", "id: b, worth: 9", "id: c, worth: 9, excludes: b",
             "id: m, worth: 9, must_do: true, depends_on: a"], "abm", id="it excludes what is certain",
        ),
        pytest.param(
            ["id: o, worth: 9", "id: p, worth: 9, depends_on: o", "id: c, worth: 9, depends_on: p, excludes: o"], "op",
            id="it excludes what is waited for",
        ),
        pytest.param(
            ["id: o, worth: 9", "id: p, worth: 9, depends_on: o", "id: c, worth: 9, depends_on: p, excludes: o"], "o",
            id="it excludes what is waited for by what comes with it",
        ),
        pytest.param(
            ["id: a, worth: 9, uses: {pot: 8}", "id: b, worth: 9, depends_on: a, uses: {pot: 2}",
             "id: c, worth: 9, depends_on: b, uses: {pot: 2}"], "ab", id="only what it waits for could go",
        ),
    ],
)  # fmt: skip
def test_what_would_take_out_what_has_to_stay_does_not_come_in(work: list[str], held: str, tmp_path: Path) -> None:
    planned = problem(tmp_path, *work, having=POT)

    assert not squeeze_in(Filling(planned, dict.fromkeys(held, 0)), "c")


def test_what_would_be_too_late_does_not_come_in(tmp_path: Path) -> None:
    work = "id: b, worth: 9, depends_on: a, duration: 2 quarters, uses: {team: 1}"
    planned = problem(tmp_path, "id: a, worth: 9, uses: {team: 1}", work, having=TEAM)

    assert not squeeze_in(Filling(planned, {"a": 2}), "b")


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_squeezed_in_leaves_everything_in_order(seed: int, tmp_path: Path) -> None:
    planned = problem_in(tmp_path, larger(seed))
    filling = Filling(planned)
    filling.hold(sorted(planned.certain, key=planned.turn.__getitem__), 1000)

    for id in planned.work:
        trial = filling.copy()
        if id not in trial.schedule and squeeze_in(trial, id):
            assert is_in_order(planned, trial.schedule)
            assert {} == trial.passed()
            assert id in trial.schedule
            filling = trial


@pytest.mark.parametrize(
    ("held", "quarters", "place"),
    [
        pytest.param({}, 4, 0, id="the earliest"),
        pytest.param({"a": 0}, 4, 1, id="the earliest with room"),
        pytest.param({"a": 0, "b": 1, "d": 2}, 4, 3, id="the only one with room"),
        pytest.param({"a": 0, "b": 1, "d": 2}, 3, 1, id="where there is no room, the one where least is short"),
        pytest.param({"a": 0, "d": 1}, 2, 0, id="the earliest of two that are as bad"),
    ],
)
def test_the_tightest_slot_is_where_least_is_short(
    held: dict[str, int], quarters: int, place: int, tmp_path: Path
) -> None:
    work = [f"id: {id}, worth: 9, uses: {{team: {amount}}}" for id, amount in (("a", 2), ("b", 1), ("c", 2), ("d", 2))]
    planned = problem(tmp_path, *work, having=TEAM, plan=f"plan: {{from: 2027-04, quarters: {quarters}}}")

    assert place == tightest(Filling(planned, held), "c")


def test_all_that_is_certain_is_in_the_schedule_that_passes_the_limits_least(tmp_path: Path) -> None:
    work = [f"id: {id}, worth: 9, must_do: true, uses: {{team: 2}}" for id in "abc"]
    planned = problem(tmp_path, *work, "id: d, worth: 9", having=TEAM, plan="plan: {from: 2027-04, quarters: 2}")

    schedule = least_passed(planned)

    assert {"a": 0, "b": 1, "c": 0} == schedule
    assert [2] == [one.units for one in over(planned, schedule)]


def test_what_is_too_late_for_anything_stands_as_late_as_can_be(tmp_path: Path) -> None:
    work = ["id: a, worth: 9, must_do: true, start: 2027-04, uses: {team: 2}", "id: c, worth: 9, depends_on: b"]
    floats = "id: b, worth: 9, must_do: true, uses: {team: 2}"
    plan = "plan: {from: 2027-04, quarters: 2}"
    planned = problem(tmp_path, work[0], floats, f"{work[1]}, must_do: true", having=TEAM, plan=plan)

    assert {"a": 0, "b": 1, "c": 0} == least_passed(planned)
