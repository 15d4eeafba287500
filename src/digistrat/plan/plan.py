"""The plan: what is done when, how good that is known to be, what it takes, and what had to stay out."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import isfinite
from typing import TYPE_CHECKING, Literal, NamedTuple

from digistrat.plan import solver
from digistrat.plan.bound import bound
from digistrat.plan.check import holds
from digistrat.plan.greedy import fill_up, greedy, grown
from digistrat.plan.search import Searched
from digistrat.plan.solver import Means
from digistrat.plan.squeeze import least_passed

if TYPE_CHECKING:
    from collections.abc import Collection

    from digistrat.plan.problem import Problem, Schedule
    from digistrat.plan.work import Slot

Status = Literal["optimal", "within", "heuristic", "infeasible"]
How = Literal["solver", "greedy", "accepted"]
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
    is_least: bool = False  # where there is no plan: whether no other goes over the limits by less
    how: How = "solver"

    @property
    def value(self) -> Fraction:
        """Add up score by 0.98 to the power of the quarter of its end, over all that is done."""
        return self.problem.value(self.schedule)

    @property
    def gap(self) -> Fraction | None:
        """Give by how much the best possible plan may be better, as a share of the bound."""
        if self.bound is None:
            return None
        if self.bound == self.value:
            return Fraction(0)
        return max(Fraction(0), (self.bound - self.value) / abs(self.bound or self.value))

    @property
    def chosen(self) -> tuple[Chosen, ...]:
        """Give what is done, in the order of its start, then of its end, then of ids."""
        found = (Chosen(id, self.problem.options[id][place].slot) for id, place in self.schedule.items())
        return tuple(sorted(found, key=lambda one: (one.slot, one.id)))


def plan_of(
    problem: Problem,
    means: Means | None = None,
    *,
    forced: Collection[str] = (),
    without: Collection[str] = (),
    start: Schedule | None = None,
) -> Plan:
    """Find the best plan; `forced` work is in it, `without` is not, and `start` is a plan to begin with."""
    means = means or Means()
    problem = problem.changed(forced, without) if forced or without else problem
    by_hand = not means.solver or not solver.is_there()
    if start is not None and start.keys() <= problem.work.keys() and holds(problem, start):
        searched = Searched(grown(problem, start), is_proof=True)
    else:
        searched = greedy(problem, search=by_hand)
    return _by_hand(problem, searched) if by_hand else _solved(problem, searched.schedule, means)


def _solved(problem: Problem, first: Schedule | None, means: Means) -> Plan:
    found = solver.solve(problem, first, means)
    if found.schedule is None and (found.proven or first is None):  # or the clock, or the last digit, was too short
        return _infeasible(problem, means, is_proven=found.proven)
    best = _best(problem, found.schedule if found.schedule is not None else first or {}, first)
    # What was proven is proven to within rounding: where an exact look finds more, it was not.
    proven = found.proven and problem.value(best) == problem.value(found.schedule or {})
    schedule = in_order_of_ids(problem, _lean(problem, best))
    value = problem.value(schedule)
    if problem.conflicts:
        return Plan(problem, schedule, "infeasible", None, solver.name(), found.in_time, found.effort)
    most = bound(problem)  # stopped at once, the solver has none yet
    top = value if proven else max(value, min(Fraction(found.bound), most) if isfinite(found.bound) else most)
    status: Status = "optimal" if proven or most == value else "within"
    return Plan(problem, schedule, status, top, solver.name(), found.in_time, found.effort)


def _by_hand(problem: Problem, searched: Searched) -> Plan:
    if searched.schedule is None:
        least = least_passed(problem)
        return Plan(problem, least, "infeasible", None, GREEDY, is_proven=searched.is_proof, how="greedy")
    schedule = in_order_of_ids(problem, _lean(problem, searched.schedule))
    if problem.conflicts:
        return Plan(problem, schedule, "infeasible", None, GREEDY, how="greedy")
    value = problem.value(schedule)
    top = max(bound(problem), value)
    return Plan(problem, schedule, "optimal" if top == value else "heuristic", top, GREEDY, how="greedy")


def _infeasible(problem: Problem, means: Means, *, is_proven: bool) -> Plan:
    found = solver.solve(problem, None, means, relaxed=True)
    is_least = found.proven and found.schedule is not None
    schedule = in_order_of_ids(problem, found.schedule if found.schedule is not None else least_passed(problem))
    return Plan(
        problem, schedule, "infeasible", None, solver.name(), found.in_time, is_proven=is_proven, is_least=is_least
    )


def _best(problem: Problem, schedule: Schedule, first: Schedule | None) -> Schedule:
    """Fill up what the solver left when it stopped, and keep the first plan where that was better."""
    filled = fill_up(problem, schedule)
    return max([schedule, *([first] if first else []), filled], key=problem.value)


def _lean(problem: Problem, schedule: Schedule) -> Schedule:
    """Take out what is worth nothing, and what nothing waits for and no limit needs."""
    lean = dict(schedule)
    for id in sorted(schedule, key=problem.turn.__getitem__, reverse=True):
        is_free = id not in problem.certain and problem.options[id][schedule[id]].value <= 0
        if is_free and not any(other in lean for other in problem.waiting[id]):
            place = lean.pop(id)
            if any(amount < 0 for _, amount in problem.options[id][place].asks) and not holds(problem, lean):
                lean[id] = place
    return lean


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
