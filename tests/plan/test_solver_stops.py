"""What ends a search, and what is known of a plan then."""

from __future__ import annotations

from time import sleep
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from digistrat.plan import solver
from digistrat.plan.check import holds
from digistrat.plan.plan import plan_of
from digistrat.plan.program import program_of
from digistrat.plan.solver import Means, solve
from tests.plan.small import HAND, POT, problem

if TYPE_CHECKING:
    from pathlib import Path

    from digistrat.plan.problem import Problem
    from digistrat.plan.program import Program


def hard(folder: Path) -> Problem:
    """Set up forty that share a team of seven for twelve quarters: no solver is done with it at once."""
    work = [
        f"id: w{n:02}, worth: {20 + n * 37 % 71}, uses: {{team: {2 + n * 13 % 5}}}, duration: {1 + n % 3} quarters"
        for n in range(40)
    ]
    having = "id: team, capacity: {per: quarter, available: 7}"
    return problem(folder, *work, having=having, plan="plan: {from: 2027-04, quarters: 12}")


def few_looks(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(solver, "_EFFORT", 0)
    monkeypatch.setattr(solver, "_FEWEST", number)


def _size(program: Program) -> int:
    return len(program.worth) + len(program.lower) + len(program.factors)


def test_a_clock_that_runs_out_at_once_leaves_an_honest_answer(tmp_path: Path) -> None:
    planned = hard(tmp_path)

    found = solve(planned, None, Means(seconds=1e-6))

    assert (False, False) == (found.in_time, found.proven)


def test_a_plan_that_the_clock_stopped_is_never_called_the_best(tmp_path: Path) -> None:
    planned = hard(tmp_path)

    plan = plan_of(planned, Means(seconds=1e-6))

    assert ("within", False) == (plan.status, plan.in_time)
    assert plan.bound is not None
    assert plan.value < plan.bound
    assert holds(planned, plan.schedule)


def test_without_a_plan_a_clock_that_runs_out_proves_nothing(tmp_path: Path) -> None:
    work = ["id: z, worth: 9, must_do: true, uses: {pot: 12}"]
    work += [f"id: w{n:02}, worth: 9, uses: {{team: {n}}}, frees: {{pot: 1}}" for n in range(3)]
    planned = problem(tmp_path, *work, having=POT)

    plan = plan_of(planned, Means(seconds=1e-9))

    assert "infeasible" == plan.status or holds(planned, plan.schedule)
    assert "optimal" != plan.status or plan.value == plan_of(planned).value


def test_what_the_watch_raises_ends_the_search(tmp_path: Path) -> None:
    def stop(_worth: float, _bound: float) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(hard(tmp_path), None, Means(watch=stop))


def test_the_watch_may_stop_the_search(tmp_path: Path) -> None:
    found = solve(hard(tmp_path), None, Means(watch=lambda _worth, _bound: True))

    assert (False, False) == (found.in_time, found.proven)


def test_a_watch_that_says_stop_once_has_stopped_the_search_though_it_is_asked_again(tmp_path: Path) -> None:
    answers, told = iter([False, True, False]), list[str]()
    watching = solver._Watching(lambda _worth, _bound: next(answers), program_of(hard(tmp_path)))
    asked = SimpleNamespace(
        data_out=SimpleNamespace(mip_primal_bound=1, mip_dual_bound=2), interrupt=lambda: told.append("stop")
    )

    said = []
    for _ in range(3):
        watching.look(asked)
        said.append((watching.is_enough, len(told)))

    assert [(False, 0), (True, 1), (True, 2)] == said


def test_a_plan_that_the_watch_stopped_is_no_worse_than_by_hand_and_says_that_another_run_may_give_another(
    tmp_path: Path,
) -> None:
    planned = hard(tmp_path)

    plan = plan_of(planned, Means(watch=lambda _worth, _bound: True))

    assert ("within", False) == (plan.status, plan.in_time)
    assert plan.value >= plan_of(planned, HAND).value


@pytest.mark.parametrize("number", [3, 20])
def test_stopped_by_its_own_count_a_slow_machine_gives_the_same_plan(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few_looks(monkeypatch, number)
    planned = hard(tmp_path)

    def slowly(_worth: float, _bound: float) -> bool:
        sleep(0.02)
        return False

    first = plan_of(planned)
    second = plan_of(planned, Means(watch=slowly))

    assert first == second
    assert ("within", True) == (first.status, first.in_time)
    assert holds(planned, first.schedule)
    assert first.bound is not None
    assert first.value < first.bound


def test_the_more_there_is_to_look_at_the_sooner_the_solver_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(solver, "_FEWEST", 2)
    planned = hard(tmp_path)
    looks = []
    for effort in (0, 20_000):
        monkeypatch.setattr(solver, "_EFFORT", effort)
        heard: list[float] = []
        solve(planned, None, Means(watch=lambda worth, _bound, heard=heard: heard.append(worth) is not None))  # type: ignore[misc]
        looks.append(len(heard))

    enough = 20_000 // _size(program_of(planned))
    few = range(4)  # looks after the one that stops it: the solver asks in several places
    assert 2 + len(few) < enough
    assert [True, True] == [looks[0] - 3 in few, looks[1] - enough - 1 in few]
