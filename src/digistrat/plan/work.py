"""The work that a plan is about: what is certain, what may be chosen, when each can run, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.chains import in_circles, in_order
from digistrat.figures.refusals import ruled_out
from digistrat.figures.scores import is_decided
from digistrat.figures.spans import month_number, span_named
from digistrat.plan.quarters import quarters_taken
from digistrat.plan.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.plan.quarters import Quarters


class Slot(NamedTuple):
    """When work could run: its first quarter, and the one after its last, both counted from the plan's start."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Work:
    """An initiative in the plan for certain (`must`), or a candidate; its slots in order of time."""

    initiative: Initiative
    score: Fraction | None  # None adds nothing to the plan's value
    must: bool
    slots: tuple[Slot, ...]
    after: tuple[str, ...] = ()  # ids of what has to finish in an earlier quarter
    against: tuple[str, ...] = ()  # ids of what cannot be done as well

    @property
    def id(self) -> str:
        """Give the initiative's id."""
        return self.initiative.id


class Sorted(NamedTuple):
    """What can be planned, by id in the order of ids, and why the rest cannot."""

    work: Mapping[str, Work]
    barred: Mapping[str, Reason]  # candidates that no plan can hold
    conflicts: Mapping[str, Reason]  # what is certain, and cannot be done all the same


def sort_out(
    strategy: Strategy, scores: Mapping[str, Fraction], quarters: Quarters, accepted: Mapping[str, Slot]
) -> Sorted:
    """Find what can be planned; `scores` has every initiative that could be scored.

    Work in progress and what is decided already is certain; whatever else is in the running is a candidate. What an
    accepted plan holds is certain, too, in the slot that it gives unless its own dates are set.
    """
    asked = {id: one for id, one in sorted(strategy.initiatives.items()) if id in accepted or _is_asked(strategy, one)}
    work = {id: _work(strategy, one, scores.get(id), quarters, accepted.get(id)) for id, one in asked.items()}
    refused = _refused(strategy, work, quarters)
    left, stuck = _without_the_stuck(strategy, {id: one for id, one in work.items() if id not in refused}, quarters)
    reasons = dict(sorted({**refused, **stuck}.items()))
    barred = {id: reason for id, reason in reasons.items() if not work[id].must}
    return Sorted(left, barred, {id: reason for id, reason in reasons.items() if work[id].must})


def _work(
    strategy: Strategy, one: Initiative, score: Fraction | None, quarters: Quarters, accepted: Slot | None
) -> Work:
    must = accepted is not None or is_certain(strategy, one)
    slots = (accepted,) if accepted and own_slot(strategy, one, quarters) is None else _slots(strategy, one, quarters)
    return Work(one, score, must, tuple(slots), tuple(_after(strategy, one)), tuple(_against(strategy, one)))


def _refused(strategy: Strategy, work: Mapping[str, Work], quarters: Quarters) -> dict[str, Reason]:
    """Say which work no plan can hold, whatever else is done."""
    ruled = ruled_out(strategy)
    found = {}
    for id, one in work.items():
        reason = None if is_certain(strategy, one.initiative) else _refusal(strategy, one, is_ruled_out=id in ruled)
        if reason or not one.slots:
            found[id] = reason or _too_long(strategy, one.initiative, quarters)
    return found


def is_certain(strategy: Strategy, initiative: Initiative) -> bool:
    """Tell whether it is in every plan: begun, or decided already."""
    return initiative.status == "in-progress" or is_decided(strategy, initiative)


def _is_asked(strategy: Strategy, initiative: Initiative) -> bool:
    if initiative.is_over:
        return False
    return is_certain(strategy, initiative) or not initiative.is_put_aside


def _refusal(strategy: Strategy, work: Work, *, is_ruled_out: bool) -> Reason | None:
    """Say why a candidate is none: given up, ruled out, not scored, or without an effort where shares of it count."""
    if work.initiative.is_put_aside or work.initiative.is_over:
        return Reason("given-up", work.id)
    if is_ruled_out:
        return Reason("ruled-out", "out of scope")
    for decision in strategy.linking_to(work.initiative, "decisions", "rules_out"):
        if not decision.can_change:
            return Reason("ruled-out", decision.id)
    if work.score is None and not work.must:
        return Reason("unscored", work.id)
    is_mixed = bool(strategy.scoring and strategy.scoring.mix)
    return Reason("unsized", work.id) if is_mixed and work.initiative.effort is None else None


def length(initiative: Initiative, quarters: Quarters) -> int:
    """Give how many quarters it takes: by its duration, by its dates, by its longest list of amounts; else one."""
    if initiative.start and initiative.finish and initiative.finish.last >= initiative.start.first:
        first, last = span_named(initiative.start).first, span_named(initiative.finish).last
        return max(1, quarters.holding(last) - quarters.holding(first) + 1)
    if initiative.duration:
        return quarters_taken(initiative.duration)
    amounts = [*initiative.uses.values(), *initiative.frees.values()]
    return max((len(some) for some in amounts), default=1) or 1


def _slots(strategy: Strategy, one: Initiative, quarters: Quarters) -> Iterator[Slot]:
    """Give its slots: its own where its time is set, else every one that ends within the plan."""
    own = own_slot(strategy, one, quarters)
    if own:
        yield own
        return
    takes = length(one, quarters)
    for start in range(_earliest(strategy, one, quarters), quarters.number - takes + 1):
        yield Slot(start, start + takes)


def _earliest(strategy: Strategy, one: Initiative, quarters: Quarters) -> int:
    """Give the first quarter in which it can start: none that is over, and none that begins before it may."""
    today = quarters.holding(month_number(strategy.as_of))
    return max(0, today, quarters.from_on(one.not_before) if one.not_before else 0)


def own_slot(strategy: Strategy, one: Initiative, quarters: Quarters) -> Slot | None:
    """Give the slot of work that is certain and has a start, or has begun; None where a plan chooses.

    What is in progress and says no end runs at least until the day.
    """
    if not is_certain(strategy, one) or not (one.start or one.status == "in-progress"):
        return None
    today = quarters.holding(month_number(strategy.as_of))
    start = quarters.holding(month_number(one.start.first)) if one.start else today
    if one.finish or one.duration:
        return Slot(start, start + length(one, quarters))
    named = quarters.holding(span_named(one.start).last) + 1 if one.start else start  # a start may name a year
    finish = max(start + length(one, quarters), named)
    return Slot(start, max(finish, today + 1) if one.status == "in-progress" else finish)


def _too_long(strategy: Strategy, one: Initiative, quarters: Quarters) -> Reason:
    """Say by how many quarters the plan is too short for it."""
    short = _earliest(strategy, one, quarters) + length(one, quarters) - quarters.number
    return Reason("time", "quarters", quarters.name(quarters.number - 1), Fraction(short))


def _after(strategy: Strategy, one: Initiative) -> Iterator[str]:
    """Give what it waits for, each once; nothing where it has begun, and not what is delivered."""
    if one.status != "in-progress":
        others = {other.id: other for other in strategy.find_all("initiatives", one.depends_on)}
        yield from (id for id, other in others.items() if other.status != "delivered")


def _against(strategy: Strategy, one: Initiative) -> Iterator[str]:
    """Give what cannot be done as well, whichever of the two says so."""
    others = [*strategy.find_all("initiatives", one.excludes), *strategy.linking_to(one, "initiatives", "excludes")]
    yield from {other.id: other for other in others if other is not one and not other.is_over}


def _without_the_stuck(
    strategy: Strategy, work: dict[str, Work], quarters: Quarters
) -> tuple[dict[str, Work], dict[str, Reason]]:
    """Take out what waits for something that no plan can hold, and so on, and what certain work excludes.

    Give what is left, with no slot before those that it waits for can have finished, and why the rest is not.
    """
    circles = in_circles(strategy)
    left: dict[str, Work] = {}
    reasons: dict[str, Reason] = {}
    while len(left) != len(work):  # whoever goes may take others along
        left, work = work, {}
        order = in_order({id: {other for other in one.after if other in left} for id, one in left.items()})
        for id in [*order, *sorted(left.keys() - set(order))]:
            reason = _stuck(left[id], left, work, circles)
            one = left[id] if reason else _in_turn(left[id], work)
            if one.slots and not reason:
                work[id] = one
            else:
                reasons[id] = reason or _too_late(left[id], work, quarters)
    return dict(sorted(work.items())), reasons


def _stuck(one: Work, left: Mapping[str, Work], held: Mapping[str, Work], circles: frozenset[str]) -> Reason | None:
    """Say what keeps work out of every plan; `held` has all that comes before it and is not kept out."""
    for other in one.after:
        if other not in held:
            is_circle = other in left and {one.id, other} <= circles
            return Reason("circle" if is_circle else "dependency", other)
    for other in one.against:
        if other in left and left[other].must and (not one.must or other < one.id):
            return Reason("excluded", other)
    return None


def _in_turn(one: Work, held: Mapping[str, Work]) -> Work:
    """Leave out the slots that begin before those that it waits for can have finished."""
    earliest = max((held[other].slots[0].finish for other in one.after), default=None)
    if earliest is None or (one.slots and one.slots[0].start >= earliest):
        return one
    return replace(one, slots=tuple(slot for slot in one.slots if slot.start >= earliest))


def _too_late(one: Work, held: Mapping[str, Work], quarters: Quarters) -> Reason:
    """Say how many quarters are short for work that has to wait for other work."""
    last = max(one.after, key=lambda other: held[other].slots[0].finish)
    earliest, slot = held[last].slots[0].finish, one.slots[-1]
    return Reason("time", last, quarters.name(slot.start), Fraction(earliest - slot.start))
