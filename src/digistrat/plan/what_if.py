"""What if: what it costs to do some work all the same, and what is won where other work is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from digistrat.plan.plan import plan_of
from digistrat.plan.solver import Means

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction

    from digistrat.plan.limits import Limit
    from digistrat.plan.plan import Plan
    from digistrat.plan.work import Slot


class Moved(NamedTuple):
    """Work that both plans hold, in other quarters."""

    id: str
    before: Slot
    after: Slot


class Freed(NamedTuple):
    """How much of a limit is free again, in its own unit."""

    limit: Limit
    amount: Fraction


@dataclass(frozen=True)
class WhatIf:
    """Another plan beside the first, and how the two differ; `costs` is below zero where it is worth more."""

    forced: tuple[str, ...]
    without: tuple[str, ...]
    plan: Plan
    costs: Fraction
    displaces: tuple[str, ...]
    brings: tuple[str, ...]
    moves: tuple[Moved, ...]
    frees: tuple[Freed, ...]

    @property
    def is_possible(self) -> bool:
        """Tell whether there is such a plan."""
        return self.plan.status != "infeasible" and set(self.forced) <= self.plan.schedule.keys()


def what_if(
    plan: Plan, forced: Collection[str] = (), without: Collection[str] = (), means: Means | None = None
) -> WhatIf:
    """Plan again with some work made certain and some left out; all of it has to be in the problem."""
    means = (means or Means())._replace(solver=plan.how == "solver")
    gone = plan.problem.with_all_behind(without)
    start = {id: place for id, place in plan.schedule.items() if id not in gone}
    other = plan_of(plan.problem, means, forced=forced, without=without, start=start)
    lost, come = plan.schedule.keys() - other.schedule.keys(), other.schedule.keys() - plan.schedule.keys()
    before, after = dict(plan.chosen), dict(other.chosen)
    moved = (Moved(id, slot, after[id]) for id, slot in before.items() if id in after and after[id] != slot)
    return WhatIf(
        tuple(sorted(forced)), tuple(sorted(without)), other, plan.value - other.value,
        tuple(sorted(lost - set(without))), tuple(sorted(come - set(forced))), tuple(moved), _freed(plan, gone),
    )  # fmt: skip


def _freed(plan: Plan, without: Collection[str]) -> tuple[Freed, ...]:
    """Add up what some work asks for in a plan, limit by limit; the mix apart, which is no sum of anything."""
    problem = plan.problem
    used = problem.used({id: place for id, place in plan.schedule.items() if id in without})
    found = ((limit, amount) for limit, amount in enumerate(used) if amount > 0 and problem.limits[limit].kind != "mix")
    return tuple(Freed(problem.limits[limit], problem.amount(limit, amount)) for limit, amount in found)
