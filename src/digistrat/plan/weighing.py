"""The plan under other weights: the same problem, with what each piece of work would be worth then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING

from digistrat.figures.methods import DECLARED
from digistrat.plan.problem import worth_of_a_point
from digistrat.score.table import columns, per_weight, row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from digistrat.model.strategy import Strategy
    from digistrat.plan.problem import Problem, Schedule

    Weights = tuple[Fraction, ...]  # in the order of the criteria


@dataclass(frozen=True)
class Weighing:
    """A problem, the agreed weights, and what they multiply: a number a criterion for each initiative with a score."""

    problem: Problem
    criteria: tuple[str, ...]
    weights: Weights
    numbers: Mapping[str, tuple[Fraction, ...]]

    def under(self, weights: Sequence[Fraction]) -> Problem:
        """Give the problem with other weights."""
        options, work = {}, {}
        for id, one in self.problem.work.items():
            score = sum(map(mul, weights, self.numbers[id]), Fraction(0)) if id in self.numbers else None
            work[id] = replace(one, score=score)
            options[id] = tuple(
                replace(option, value=(score or 0) * worth_of_a_point(option.slot))
                for option in self.problem.options[id]
            )
        return replace(self.problem, work=work, options=options)

    def parts(self, schedule: Schedule) -> tuple[Fraction, ...]:
        """Give what a schedule is worth for each unit of weight on each criterion: its value is the sum of products."""
        parts = [Fraction(0)] * len(self.weights)
        for id, place in schedule.items():
            later = worth_of_a_point(self.problem.options[id][place].slot)
            for criterion, number in enumerate(self.numbers.get(id, ())):
                parts[criterion] += number * later
        return tuple(parts)

    def with_one_at(self, criterion: int, weight: Fraction) -> Weights:
        """Change one weight; the others keep their proportions, and all add up to what they did."""
        rest = sum(self.weights) - self.weights[criterion]
        share = (sum(self.weights) - weight) / rest
        return tuple(weight if place == criterion else other * share for place, other in enumerate(self.weights))


def weighing_of(strategy: Strategy, problem: Problem) -> Weighing | None:
    """Prepare to ask about other weights; None where the method has none, or not two that count."""
    scoring = strategy.scoring
    if scoring is None or not DECLARED[scoring.method].is_weighted:
        return None
    method, across = DECLARED[scoring.method], columns(scoring)
    if len([one for one in across if one.weight > 0]) < 2:  # noqa: PLR2004
        return None
    numbers = {
        id: per_weight(method, across, row(method, one.initiative))
        for id, one in problem.work.items()
        if one.score is not None
    }
    return Weighing(problem, tuple(one.id for one in across), tuple(one.weight for one in across), numbers)
