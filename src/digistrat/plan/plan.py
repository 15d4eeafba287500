"""The plan: what is done when, how good that is known to be, what it takes, and what had to stay out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.plan import solver
from digistrat.plan.bound import bound
from digistrat.plan.check import holds
from digistrat.plan.filling import Filling
from digistrat.plan.greedy import fill, greedy
from digistrat.plan.search import Searched
from digistrat.plan.squeeze import least_passed

if TYPE_CHECKING:
    from collections.abc import Collection

    from digistrat.plan.problem import Problem, Schedule
    from digistrat.plan.solver import Watch
    from digistrat.plan.work import Slot

Status = Literal["optimal", "within", "heuristic", "infeasible"]
GREEDY = "greedy"


class Chosen(NamedTuple):
    """A piece of work in the plan, and when it runs."""

    id: str
    slot: Slot


@dataclass(frozen=True)
class Plan:
    """A schedule, and what is known of it. Infeasible, it is the one that passes the limits least.

    `bound` is what no plan can pass; None where there is no plan. `effort` counts the steps that the solver took.
    """

    problem: Problem
    schedule: Schedule
    status: Status
    bound: Fraction | None
    solver: str
    in_time: bool = True
    effort: int = 0
    is_proven: bool = True  # where there is no plan: whether that is certain, or none was found

    @property
    def value(self) -> Fraction:
        """Add up score by 0.98 to the power of the quarter of its end, over all that is done."""
        return self.problem.value(self.schedule)

    @property
    def gap(self) -> Fraction | None:
        """Give by how much the best possible plan may be better, as a share of the bound."""
        if self.bound is None:
            return None
        return max(Fraction(0), 1 - self.value / self.bound) if self.bound else Fraction(0)

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """Give what is done, in the order of its start, then of its end, then of ids."""
        found = (Chosen(id, self.problem.options[id][place].slot) for id, place in self.schedule.items())
        return tuple(sorted(found, key=lambda one: (one.slot, one.id)))


def plan_of(
    problem: Problem,
    *,
    forced: Collection[str] = (),
    without: Collection[str] = (),
    seconds: float | None = None,
    start: Schedule | None = None,
    by: str = "",
    watch: Watch = lambda _worth, _bound: None,
) -> Plan:
    """Find the best plan; `forced` work is in it, `without` is not. `by` greedy leaves the solver alone.

    `watch` is told now and then what the best so far is worth, and what no plan can pass.
    """
    problem = problem.changed(forced, without) if forced or without else problem
    is_known = start is not None and start.keys() <= problem.work.keys() and holds(problem, start)
    by_hand = by == GREEDY or not solver.is_there()
    searched = Searched(start, is_proof=True) if is_known else greedy(problem, search=by_hand)
    if by_hand:
        return _by_hand(problem, searched)
    first = searched.schedule
    found = solver.solve(problem, first, seconds=seconds, watch=watch)
    if found.schedule is None and found.proven:
        return _infeasible(problem, seconds, is_proven=True)
    schedule = found.schedule if found.schedule is not None else first
    if schedule is None:  # the clock, or the last digit, was too short
        return _infeasible(problem, seconds, is_proven=False)
    schedule = schedule if found.proven else _best(problem, schedule, first)
    schedule = in_order_of_ids(problem, schedule)
    value = problem.value(schedule)
    if problem.conflicts:
        return Plan(problem, schedule, "infeasible", None, solver.name(), found.in_time, found.effort)
    most = bound(problem)  # stopped at once, the solver has none yet
    top = value if found.proven else max(value, min(Fraction(found.bound), most) if isfinite(found.bound) else most)
    status: Status = "optimal" if found.proven or top == value else "within"
    return Plan(problem, schedule, status, top, solver.name(), found.in_time, found.effort)


def _by_hand(problem: Problem, searched: Searched) -> Plan:
    if searched.schedule is None:
        return Plan(problem, least_passed(problem), "infeasible", None, GREEDY, is_proven=searched.is_proof)
    schedule = in_order_of_ids(problem, searched.schedule)
    if problem.conflicts:
        return Plan(problem, schedule, "infeasible", None, GREEDY)
    top = max(bound(problem), problem.value(schedule))
    return Plan(problem, schedule, "optimal" if top == problem.value(schedule) else "heuristic", top, GREEDY)


def _infeasible(problem: Problem, seconds: float | None, *, is_proven: bool) -> Plan:
    found = solver.solve(problem, relaxed=True, seconds=seconds)
    schedule = in_order_of_ids(problem, found.schedule if found.schedule is not None else least_passed(problem))
    return Plan(problem, schedule, "infeasible", None, solver.name(), found.in_time, is_proven=is_proven)


def _best(problem: Problem, schedule: Schedule, first: Schedule | None) -> Schedule:
    """Fill up what the solver left when it stopped, and keep the first plan where that was better."""
    filling = Filling(problem, schedule)
    fill(filling)
    plans = [schedule, *([first] if first else []), *([filling.schedule] if holds(problem, filling.schedule) else [])]
    return max(plans, key=problem.value)


def in_order_of_ids(problem: Problem, schedule: Schedule) -> Schedule:
    """Let the first id go first wherever two pieces of work differ in nothing but their names."""
    alike: dict[object, list[str]] = {}
    for id, work in problem.work.items():
        asks = tuple((option.slot, option.asks, option.value) for option in problem.options[id])
        key = asks, work.must, work.score, work.after, frozenset(work.against), problem.waiting[id]
        alike.setdefault(key, []).append(id)
    new: Schedule = {}
    for ids in alike.values():
        places = sorted(schedule[id] for id in ids if id in schedule)
        new |= dict(zip(sorted(ids), places, strict=False))
    return dict(sorted(new.items()))
