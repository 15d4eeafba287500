"""All that is said of a plan: what is done when, why not the rest, what forcing it in would cost, what all of it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import starmap
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.load import load
from digistrat.figures.spans import span_of
from digistrat.figures.spending import spending
from digistrat.plan.notes import notes_of
from digistrat.plan.overrun import overrun
from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from digistrat.plan.robust import plan_robustness
from digistrat.plan.solver import Means
from digistrat.plan.weighing import weighing_of
from digistrat.plan.what_if import what_if
from digistrat.plan.why import kept_out, passed, reason_of, why_not

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from digistrat.figures.load import Bottleneck
    from digistrat.figures.spans import Span
    from digistrat.figures.spending import Spending
    from digistrat.model.strategy import Strategy
    from digistrat.plan.overrun import Overrun
    from digistrat.plan.plan import Plan
    from digistrat.plan.problem import Problem
    from digistrat.plan.reason import Reason
    from digistrat.plan.robust import PlanRobustness
    from digistrat.plan.what_if import WhatIf
    from digistrat.plan.why import KeptOut, Left

# In the solver's effort, of which a second holds some thousands: what is spent unasked beside the plan itself.
_SPENT = 12_000
_WALKS = 40  # plans that it takes, more or less, to see how sure one is


class Wishes(NamedTuple):
    """What is asked of a plan beside the strategy.

    `forced` and `without` are planned with once more, beside the plan; `percent` is by how much all that work takes and
    costs may turn out more; `robust` asks how sure the plan is, however long that takes.
    """

    means: Means = Means()
    forced: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    percent: Fraction | None = None
    robust: bool = False


@dataclass(frozen=True)
class Report:
    """A plan, and all that is said of it; `costs` has those of the rest that it was quick to plan with."""

    strategy: Strategy
    plan: Plan
    rest: tuple[Left, ...]
    costs: Mapping[str, WhatIf]
    load: tuple[Bottleneck, ...]
    spending: Spending
    asked: WhatIf | None = None
    overrun: Overrun | None = None
    robustness: PlanRobustness | None = None
    notes: tuple[str, ...] = ()  # what a reader has to know besides

    @property
    def passed(self) -> tuple[Reason, ...]:
        """Give the limits that a plan passes which is none, and by how much."""
        return tuple(starmap(reason_of, passed(self.plan.problem, self.plan.schedule)))

    @property
    def kept_out(self) -> tuple[KeptOut, ...]:
        """Count what each limit keeps out, the most first."""
        return kept_out(self.rest)


def report_of(
    strategy: Strategy, scores: Mapping[str, Fraction], wishes: Wishes | None = None, errors: int = 0
) -> Report:
    """Plan, and explain the plan; `errors` is how many findings stop the ranking."""
    wishes = wishes or Wishes()
    plan = plan_of(problem_of(strategy, scores), wishes.means)
    found = explained(strategy, plan, _costs(plan, wishes))
    known, more = plan.problem.work.keys(), wishes.percent
    forced, without = ([id for id in ids if id in known] for ids in (wishes.forced, wishes.without))
    asked = what_if(plan, forced, without, wishes.means) if forced or without else None
    return replace(
        found,
        costs=found.costs if asked is None or len(forced) != 1 or without else {**found.costs, forced[0]: asked},
        asked=asked,
        overrun=None if more is None else overrun(strategy, scores, plan, more, wishes.means),
        robustness=_robustness(strategy, plan, wishes),
        notes=tuple(notes_of(strategy, plan, errors)),
    )


def explained(strategy: Strategy, plan: Plan, costs: Mapping[str, WhatIf] | None = None) -> Report:
    """Say of a plan what it takes, and why not the rest."""
    spans = spans_of(strategy, plan.problem, plan)
    return Report(strategy, plan, why_not(plan), costs or {}, load(strategy, spans), spending(strategy, spans))


def spans_of(strategy: Strategy, problem: Problem, plan: Plan) -> Mapping[str, Span | None]:
    """Give the months of all that a plan holds, in whole quarters, and of delivered work, which took its share, too."""
    spans = {one.id: span_of(one) for one in strategy.initiatives.values() if one.status == "delivered"}
    return spans | {one.id: problem.quarters.months(*one.slot) for one in plan.chosen}


def _costs(plan: Plan, wishes: Wishes) -> Mapping[str, WhatIf]:
    """Plan once more with each that was left out, where all of that is quick."""
    rest = [id for id in plan.problem.work if id not in plan.schedule]
    if plan.status != "optimal" or plan.how != "solver" or plan.effort * len(rest) > _SPENT:
        return {}
    found = {id: what_if(plan, [id], means=wishes.means) for id in rest}
    return {id: one for id, one in found.items() if one.plan.status in {"optimal", "infeasible"}}  # what is proven


def _robustness(strategy: Strategy, plan: Plan, wishes: Wishes) -> PlanRobustness | None:
    """Ask how sure the plan is, where that is quick or wished for."""
    weighing = weighing_of(strategy, plan.problem)
    if weighing is None or not (wishes.robust or plan.effort * _WALKS <= _SPENT):
        return None
    return plan_robustness(weighing, plan, wishes.means)
