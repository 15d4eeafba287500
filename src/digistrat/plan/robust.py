"""How sure the chosen set is: the nearest change of each weight that changes what is in the plan, and how often each is.

A plan's value is a straight line in each weight while the others keep their proportions. So the value of the best plan
is convex in it, and a plan that is best at two weights is best between them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.plan.plan import plan_of
from digistrat.plan.solver import Means
from digistrat.score.robustness.acceptability import WEIGHTINGS, weightings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.plan.plan import Plan
    from digistrat.plan.problem import Schedule
    from digistrat.plan.weighing import Weighing

_STEPS = 40  # plans made for one side of one weight at most


class PlanFlip(NamedTuple):
    """Just beyond `to`, those of `entering` are in the best plan, and those of `leaving` are not."""

    criterion: str
    weight: Fraction  # the agreed one
    to: Fraction
    entering: tuple[str, ...]
    leaving: tuple[str, ...]

    @property
    def distance(self) -> Fraction:
        """How far the weight has to move, up or down."""
        return abs(self.to - self.weight)


@dataclass(frozen=True)
class PlanRobustness:
    """The nearest flip of each weight that has one, nearest first; weights that change nothing, and those left open.

    `shares` says in which share of 10,000 weightings each initiative is in the best of the plans that were looked at.
    """

    weighing: Weighing
    flips: tuple[PlanFlip, ...]
    steady: tuple[str, ...]
    unknown: tuple[str, ...]  # where the solver could not prove what is best
    shares: Mapping[str, Fraction]
    plans: int  # how many different plans were looked at
    holds_all: bool = False  # whether nothing that could be chosen is left out


def plan_robustness(weighing: Weighing, plan: Plan, means: Means | None = None) -> PlanRobustness | None:
    """Ask how sure a plan is; None where it is not proven to be the best by a solver."""
    if plan.status != "optimal" or plan.how != "solver":
        return None
    walk = _Walk(weighing, plan.schedule, means or Means())
    flips, steady, unknown = [], [], []
    for place, criterion in enumerate(weighing.criteria):
        nearest = walk.nearest(place)
        if walk.is_lost:
            unknown.append(criterion)
        elif nearest:
            flips.append(nearest)
        else:
            steady.append(criterion)
    flips.sort(key=lambda one: one.distance)
    return PlanRobustness(
        weighing,
        tuple(flips),
        tuple(steady),
        tuple(unknown),
        _shares(weighing, walk.seen),
        len(walk.seen),
        len(plan.schedule) == len(plan.problem.work),
    )


@dataclass
class _Walk:
    """Walks along one weight after the other, and keeps every plan that it meets."""

    weighing: Weighing
    first: Schedule
    means: Means
    seen: list[Schedule] = field(default_factory=list)
    is_lost: bool = False

    def __post_init__(self) -> None:
        self.seen.append(self.first)

    def nearest(self, place: int) -> PlanFlip | None:
        """Give the nearest flip of a weight, to either side; of two as near the one above."""
        self.is_lost = False
        weight, whole = self.weighing.weights[place], Fraction(sum(self.weighing.weights))
        found = [self._flip(place, end) for end in (whole, Fraction(0)) if end != weight]
        return min((one for one in found if one), key=lambda one: one.distance, default=None)

    def _flip(self, place: int, end: Fraction) -> PlanFlip | None:
        """Walk from the agreed weight to one end until the best plan holds another set."""
        schedule, chosen = self.first, frozenset(self.first)
        at, steps = self.weighing.weights[place], _STEPS
        while at != end:
            to, beyond = end, None
            while (other := self._best(place, to)) is not None and self._is_better(place, to, other, schedule):
                to, beyond = self._crossing(place, other, schedule), other
                steps -= 1
                if not steps:
                    self.is_lost = True
                    return None
            if other is None or beyond is None:
                return None
            if frozenset(beyond) != chosen:
                entering, leaving = sorted(beyond.keys() - chosen), sorted(chosen - beyond.keys())
                name = self.weighing.criteria[place]
                return PlanFlip(name, self.weighing.weights[place], to, tuple(entering), tuple(leaving))
            schedule, at = beyond, to  # the same work in other quarters: go on from there
        return None

    def _best(self, place: int, weight: Fraction) -> Schedule | None:
        plan = plan_of(self.weighing.under(self.weighing.with_one_at(place, weight)), self.means, start=self.first)
        if plan.status != "optimal":
            self.is_lost = True
            return None
        if plan.schedule not in self.seen:
            self.seen.append(plan.schedule)
        return plan.schedule

    def _line(self, place: int, schedule: Schedule) -> tuple[Fraction, Fraction]:
        """Give a schedule's value at weight 0, and by how much it grows with the weight."""
        parts, whole = self.weighing.parts(schedule), Fraction(sum(self.weighing.weights))
        rest = whole - self.weighing.weights[place]
        others = sum(
            (part * weight for part, weight in zip(parts, self.weighing.weights, strict=True)), Fraction(0)
        ) - (parts[place] * self.weighing.weights[place])
        at_zero = others * whole / rest
        return at_zero, parts[place] - others / rest

    def _is_better(self, place: int, weight: Fraction, one: Schedule, other: Schedule) -> bool:
        (first, slope), (second, other_slope) = self._line(place, one), self._line(place, other)
        return first + slope * weight > second + other_slope * weight

    def _crossing(self, place: int, one: Schedule, other: Schedule) -> Fraction:
        (first, slope), (second, other_slope) = self._line(place, one), self._line(place, other)
        return (second - first) / (slope - other_slope)


def _shares(weighing: Weighing, plans: list[Schedule]) -> Mapping[str, Fraction]:
    """Count in how many of 10,000 weightings each piece of work is in the best of some plans."""
    parts = [[float(part) for part in weighing.parts(plan)] for plan in plans]
    times = [0] * len(plans)
    for weights in weightings(weighing.weights):
        values = [sum(map(float.__mul__, some, map(float, weights))) for some in parts]
        times[values.index(max(values))] += 1
    counted = dict.fromkeys(weighing.problem.work, 0)
    for plan, number in zip(plans, times, strict=True):
        for id in plan:
            counted[id] += number
    return {id: Fraction(number, WEIGHTINGS) for id, number in counted.items() if number}
