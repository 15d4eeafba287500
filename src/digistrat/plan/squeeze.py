"""Room for work where there is none: in the slot where least is short, with or without taking out what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.plan.check import is_in_order
from digistrat.plan.filling import Filling

if TYPE_CHECKING:
    from digistrat.plan.problem import Problem, Schedule


def squeeze_in(filling: Filling, id: str) -> bool:
    """Put work in, with all it waits for, where least is short, and take out what it costs; tell whether it went."""
    problem = filling.problem
    kept = set(problem.certain)
    for one in problem.with_all_before(id, filling.schedule):
        for other in problem.work[one].against:
            if other in kept:
                return False
            filling.take_with_all_behind(other)
        place = tightest(filling, one)
        if place is None:
            return False
        filling.put(one, place)
        kept.add(one)
    return _relieved(filling, kept) and is_in_order(problem, filling.schedule)  # what it waits for may be gone


def tightest(filling: Filling, id: str) -> int | None:
    """Give the slot in which least is short, as shares of what there is, the earliest first; None where none is."""
    earliest = filling.earliest(id)
    found = [
        (filling.shortage(option.asks), place)
        for place, option in enumerate(filling.problem.options[id])
        if option.slot.start >= earliest
    ]
    return min(found)[1] if found else None


def _relieved(filling: Filling, kept: set[str]) -> bool:
    """Take out what gives most for what it costs until no sum is passed; tell whether that could be done."""
    problem = filling.problem
    while short := filling.passed():
        found = []
        for id, place in filling.schedule.items():
            option = problem.options[id][place]
            relief = sum(amount / short[limit] for limit, amount in option.asks if limit in short and amount > 0)
            if relief and id not in kept:
                found.append((relief / (float(option.value) + 1e-9), id))
        if not found:
            return False
        gone = filling.take_with_all_behind(max(found)[1])
        if kept & set(gone):
            return False
    return True


def least_passed(problem: Problem) -> Schedule:
    """Give a schedule of all that is certain which passes the limits little: each piece in turn where least is short."""
    filling = Filling(problem)
    for id in sorted(problem.certain, key=problem.turn.__getitem__):
        place = tightest(filling, id)
        if place is None:  # too late for anything: as late as can be
            place = len(problem.options[id]) - 1
        filling.put(id, place)
    return filling.schedule
