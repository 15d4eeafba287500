"""Any plan at all, searched for without a solver: every slot of every piece of work, as far as nothing rules it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from digistrat.plan.problem import Option, Problem, Schedule


class Searched(NamedTuple):
    """A plan that holds, if one was found; without one, `is_proof` tells whether everything was looked at."""

    schedule: Schedule | None
    is_proof: bool


def any_plan(problem: Problem, tries: int) -> Searched:
    """Look for a plan that holds, with as little beside what is certain as may be; so many tries at most."""
    order = sorted(problem.work, key=problem.turn.__getitem__)
    relief = _relief(problem, order)
    schedule: Schedule = {}
    left = list(problem.there)
    ways: list[Iterator[int | None]] = []
    while True:
        depth = len(ways)
        if all(room + more >= 0 for room, more in zip(left, relief[depth], strict=True)):
            if depth == len(order):
                return Searched(schedule, is_proof=True)
            ways.append(_places(problem, schedule, order[depth]))
        tries -= 1
        while True:  # the next way of the last piece of work that has one
            if not ways or tries < 0:
                return Searched(None, is_proof=not ways)
            id = order[len(ways) - 1]
            if id in schedule:
                _count(problem.options[id][schedule.pop(id)], left, 1)
            way = next(ways[-1], _OVER)
            if way != _OVER:
                break
            ways.pop()
        if way is not None:
            schedule[id] = way
            _count(problem.options[id][way], left, -1)


_OVER = -1  # no way is left


def _places(problem: Problem, schedule: Schedule, id: str) -> Iterator[int | None]:
    """Give the ways to do work beside what is in the schedule; None, to leave it out, comes first."""
    work = problem.work[id]
    if id not in problem.certain:
        yield None
    if all(other in schedule for other in work.after) and not any(other in schedule for other in work.against):
        earliest = max((problem.options[other][schedule[other]].slot.finish for other in work.after), default=None)
        for place, option in enumerate(problem.options[id]):
            if earliest is None or option.slot.start >= earliest:
                yield place


def _count(option: Option, left: list[int], sign: int) -> None:
    for limit, amount in option.asks:
        left[limit] += sign * amount


def _relief(problem: Problem, order: Sequence[str]) -> list[list[int]]:
    """Give, for each number of pieces of work that are settled, what the rest could give each limit at most.

    Work that is certain has to ask for something: what it asks at least counts against the limit.
    """
    found = [[0] * len(problem.limits)]
    for id in reversed(order):
        below = list(found[-1])
        asks = [dict(option.asks) for option in problem.options[id]]
        for limit in {limit for some in asks for limit in some}:
            least = min(some.get(limit, 0) for some in asks)
            below[limit] -= least if id in problem.certain else min(0, least)
        found.append(below)
    return found[::-1]
