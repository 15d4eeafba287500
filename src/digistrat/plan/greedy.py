"""A good plan without a solver: the best first, each with what it waits for, as early as there is room for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan.check import holds
from digistrat.plan.filling import Filling
from digistrat.plan.search import Searched, any_plan
from digistrat.plan.squeeze import squeeze_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from digistrat.plan.problem import Problem, Schedule

    Worth = Callable[[Filling, list[str]], float]  # of several pieces of work together; higher is better

_HOLD = 20_000  # how many places are tried for what is certain
_SEARCH = 50_000  # how many places are tried where nothing else helped
_ROUNDS = 40  # how often the rest is put in order anew while a plan fills up
_COPIED = 60_000  # entries of schedules that are copied for that
_SWAPS = 60  # how much of what is left out is tried in the place of others


def greedy(problem: Problem, *, search: bool = True) -> Searched:
    """Give the best of a few plans, each filled in another order.

    Where none of them holds, `search` for any plan that does; without one, say whether it is proven that there is none.
    """
    start = Filling(problem)
    found = []
    if start.hold(sorted(problem.certain, key=problem.turn.__getitem__), _HOLD):
        for worth in (_value, _density):
            filling = start.copy()
            fill(filling, worth)
            if _balanced(filling):
                fill(filling, worth)
                found.append(_improved(filling))
    plans = [one.schedule for one in found if holds(problem, one.schedule)]
    if plans:
        return Searched(max(plans, key=problem.value), is_proof=True)
    searched = any_plan(problem, _SEARCH) if search else Searched(None, is_proof=False)
    return searched if searched.schedule is None else Searched(grown(problem, searched.schedule), is_proof=True)


def fill_up(problem: Problem, schedule: Schedule) -> Schedule:
    """Put in whatever fits beside a plan that holds."""
    filling = Filling(problem, schedule)
    fill(filling)
    return filling.schedule if holds(problem, filling.schedule) else schedule


def grown(problem: Problem, schedule: Schedule) -> Schedule:
    """Put in whatever fits beside a plan that holds, or is worth more than what it takes the place of."""
    filling = _improved(Filling(problem, fill_up(problem, schedule)))
    return filling.schedule if holds(problem, filling.schedule) else schedule


def _value(filling: Filling, ids: list[str]) -> float:
    return float(sum(filling.problem.options[id][0].value for id in ids))


def _density(filling: Filling, ids: list[str]) -> float:
    """Give value for what is asked, each amount as a share of the room there is for all."""
    asked = 0.0
    for id in ids:
        for limit, amount in filling.problem.options[id][0].asks:
            if amount > 0:
                asked += amount / max(1, filling.problem.there[limit])
    return _value(filling, ids) / (asked + 1e-9)


def fill(filling: Filling, worth: Worth = _density) -> None:
    """Put in whatever fits, the best first; where work shares what it waits for, the order changes as it fills.

    A mix that lies within its bounds stays there, unless it begins with nothing.
    """
    problem = filling.problem
    mixed = filling.is_mixed and bool(filling.schedule)
    rest = {id for id, one in problem.work.items() if id not in filling.schedule and one.score and one.score > 0}
    rounds = _ROUNDS if any(one.after for one in problem.work.values()) else 1
    for last in range(rounds - 1, -1, -1):
        packages = [problem.with_all_before(id, filling.schedule) for id in sorted(rest)]
        packages.sort(key=lambda ids: (-worth(filling, ids), ids))
        enough = len(packages) // 10 if last else len(packages)
        for ids in packages:
            missing = [id for id in ids if id not in filling.schedule]
            enough -= bool(missing) and filling.add(missing, mixed=mixed)
            if enough < 0:
                break
        else:
            return
        rest -= filling.schedule.keys()


def _balanced(filling: Filling) -> bool:
    """Put in and take out work until the mix lies within its bounds; tell whether it does."""
    while not filling.is_mixed:
        before = filling.imbalance()
        helping = max(_helping(filling, before), default=None)
        leaving = max(_leaving(filling, before), default=None) if helping is None else None
        if helping is not None and filling.add(helping[1]):
            continue
        if leaving is None:
            return False
        filling.take_with_all_behind(leaving[1])
        if filling.imbalance() >= before:
            return False
    return True


def _helping(filling: Filling, before: int) -> Iterator[tuple[int, list[str]]]:
    """Give what could be put in and brings the mix nearer to its bounds, with by how much."""
    for id in filling.problem.work.keys() - filling.schedule.keys():
        package, trial = filling.problem.with_all_before(id, filling.schedule), filling.copy()
        if trial.add(package) and (after := trial.imbalance()) < before:
            yield before - after, package


def _leaving(filling: Filling, before: int) -> Iterator[tuple[float, str]]:
    """Give what could be taken out and brings the mix nearer to its bounds, with what that gives for what it costs."""
    problem = filling.problem
    for id, place in filling.schedule.items():
        option = problem.options[id][place]
        after = filling.imbalance(option.asks, -1)
        if id not in problem.certain and after < before:
            yield (before - after) / (float(option.value) + 1e-9), id


def _improved(filling: Filling) -> Filling:
    """Try what is left out in the place of others, and keep what is worth more."""
    problem = filling.problem
    best, worth = filling, problem.value(filling.schedule)
    rest = [one for id, one in problem.work.items() if id not in filling.schedule and one.score and one.score > 0]
    rest.sort(key=lambda one: (-(one.score or 0), one.id))
    for one in rest[: min(_SWAPS, _COPIED // max(1, len(problem.work)))]:
        if one.id in best.schedule:
            continue
        trial = best.copy()
        if squeeze_in(trial, one.id):
            fill(trial)
            if trial.is_mixed and (value := problem.value(trial.schedule)) > worth:
                best, worth = trial, value
    return best
