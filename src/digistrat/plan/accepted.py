"""The plan that somebody accepted: does it still hold? Asked without a solver."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.spans import span_named
from digistrat.plan.bound import bound
from digistrat.plan.plan import Plan
from digistrat.plan.problem import problem_of
from digistrat.plan.quarters import quarters_of
from digistrat.plan.reason import Reason
from digistrat.plan.why import passed, reason_of
from digistrat.plan.work import Slot, length, own_slot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.model.kinds.plan import AcceptedPlan
    from digistrat.model.strategy import Strategy

ACCEPTED = "plan.yaml"  # in the place of a solver's name


class Broken(NamedTuple):
    """What no longer holds, and of which initiative; empty where it is about a limit."""

    id: str
    reason: Reason


@dataclass(frozen=True)
class Accepted:
    """The accepted plan as a schedule of today's strategy, and what of it no longer holds."""

    plan: Plan
    broken: tuple[Broken, ...]

    @property
    def holds(self) -> bool:
        """Tell whether all of it can be done."""
        return not self.broken


def accepted_plan(strategy: Strategy, scores: Mapping[str, Fraction]) -> Accepted | None:
    """Check plan.yaml against the strategy as it is now; None where there is none. Delivered work was kept."""
    if strategy.plan is None:
        return None
    slots = {
        id: slot
        for id, slot in slots_of(strategy, strategy.plan).items()
        if strategy.initiatives[id].status != "delivered"
    }
    problem = problem_of(strategy, scores, accepted=slots)
    schedule = {id: 0 for id in problem.work if id in slots}
    plan = Plan(problem, schedule, "heuristic", max(bound(problem), problem.value(schedule)), ACCEPTED, how="accepted")
    return Accepted(plan, (*_unknown(strategy, strategy.plan), *_faults(strategy, plan, slots)))


def slots_of(strategy: Strategy, plan: AcceptedPlan) -> dict[str, Slot]:
    """Give the quarters of all that a plan chooses and that is known; of what stands twice the first counts."""
    quarters = quarters_of(strategy)
    slots: dict[str, Slot] = {}
    for one in plan.chosen:
        initiative = strategy.find("initiatives", one.initiative or "")
        if initiative and one.start and one.finish and one.finish.last >= one.start.first:
            first, last = span_named(one.start).first, max(span_named(one.start).first, span_named(one.finish).last)
            slots.setdefault(initiative.id, Slot(quarters.holding(first), quarters.holding(last) + 1))
    return slots


def _unknown(strategy: Strategy, plan: AcceptedPlan) -> Iterator[Broken]:
    for one in plan.chosen:
        if one.initiative and not strategy.find("initiatives", one.initiative):
            is_there = strategy.knows("initiatives", one.initiative)
            yield Broken(one.initiative, Reason("unreadable" if is_there else "unknown", one.initiative))
        elif one.initiative and not (one.start and one.finish and one.finish.last >= one.start.first):
            yield Broken(one.initiative, Reason("undated", one.initiative))


def _faults(strategy: Strategy, plan: Plan, slots: Mapping[str, Slot]) -> Iterator[Broken]:
    problem = plan.problem
    reasons = {**problem.conflicts, **problem.barred}
    yield from (Broken(id, reasons[id]) for id in sorted(reasons) if id in slots or id in problem.conflicts)
    for id, work in problem.work.items():
        if work.must and id not in slots:
            yield Broken(id, Reason("missing", id))
        if id in slots:
            yield from (Broken(id, Reason("dependency", other)) for other in work.after if other not in slots)
    yield from _misplaced(strategy, plan, slots)
    yield from (Broken("", reason_of(limit, short)) for limit, short in passed(plan.problem, plan.schedule))


def _misplaced(strategy: Strategy, plan: Plan, slots: Mapping[str, Slot]) -> Iterator[Broken]:
    """Give work that ends later than the plan says, starts before it may, or is given less time than it takes."""
    quarters = plan.problem.quarters
    for id, slot in plan.chosen:
        one = strategy.initiatives[id]
        if own_slot(strategy, one, quarters):
            if slot.finish > slots[id].finish:
                late = Fraction(slot.finish - slots[id].finish)
                yield Broken(id, Reason("late", id, quarters.name(slot.finish - 1), late))
            continue
        if one.not_before and slot.start < (earliest := quarters.from_on(one.not_before)):
            yield Broken(id, Reason("not-before", id, quarters.name(slot.start), Fraction(earliest - slot.start)))
        if (short := length(one, quarters) - (slot.finish - slot.start)) > 0:
            yield Broken(id, Reason("length", id, "", Fraction(short)))
