"""Optimism bias: what happens to a plan where all work takes and costs more than people think.

Source: HM Treasury, Green Book supplementary guidance on optimism bias (2013): plans are tested with more effort and
money than their authors expect. Here every amount of work and money grows by one share; durations stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from digistrat.plan.solver import Means
from digistrat.plan.why import passed, reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.model.strategy import Strategy
    from digistrat.plan.plan import Plan
    from digistrat.plan.reason import Reason


@dataclass(frozen=True)
class Overrun:
    """The first plan where everything takes so many per cent more: what is short, and the best plan for that case."""

    percent: Fraction
    short: tuple[Reason, ...]
    plan: Plan

    @property
    def fits(self) -> bool:
        """Tell whether the first plan can be kept all the same."""
        return not self.short


def overrun(
    strategy: Strategy, scores: Mapping[str, Fraction], plan: Plan, percent: Fraction, means: Means | None = None
) -> Overrun:
    """Plan again with all that work takes and costs multiplied by 1 + percent / 100; what it frees stays."""
    problem = problem_of(strategy, scores, overrun=1 + percent / 100)
    slots = {id: plan.problem.options[id][place].slot for id, place in plan.schedule.items()}
    same = problem_of(strategy, scores, overrun=1 + percent / 100, accepted=slots)
    kept = {id: 0 for id in same.work if id in slots}
    short = tuple(reason_of(limit, short) for limit, short in passed(same, kept) if limit.kind != "mix")
    means = (means or Means())._replace(solver=plan.how == "solver")
    return Overrun(percent, short, plan_of(problem, means))
