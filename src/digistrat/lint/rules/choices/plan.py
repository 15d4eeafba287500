"""Rules about the accepted plan: does it still hold?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.chains import in_circles, starts_too_early
from digistrat.figures.holds import excluded, too_early
from digistrat.figures.live import is_given_up, is_live
from digistrat.figures.load import load
from digistrat.figures.spans import Span, certain_spans, month_number
from digistrat.read.fault import Fault, Related
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from digistrat.figures.load import Load
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.plan import AcceptedPlan, Chosen
    from digistrat.model.strategy import Strategy


def plan_broken(strategy: Strategy) -> Iterator[Fault]:
    """An accepted plan that no longer holds: a choice, an order or a capacity has changed since.

    Why: people go on working to a plan that cannot be kept any more.

    Bad:
        # initiatives.yaml
        - id: e-letters
          …
        - id: e-results
          choice: {decision: later, reason: No money before 2029}
          …
        # plan.yaml
        accepted: {by: Trust board, date: 2026-10-08}
        chosen:
          - {initiative: e-letters, start: 2027-Q1, finish: 2027-Q3}
          - {initiative: e-results, start: 2027-Q2, finish: 2027-Q4}  # <-

    Good:
        # initiatives.yaml
        - id: e-letters
          …
        - id: e-results
          choice: {decision: later, reason: No money before 2029}
          …
        # plan.yaml
        accepted: {by: Trust board, date: 2026-10-08}
        chosen:
          - {initiative: e-letters, start: 2027-Q1, finish: 2027-Q3}
        not_now:
          - {initiative: e-results, reason: No money before 2029}
    """
    if strategy.plan:
        entries = _entries(strategy, strategy.plan)
        yield from _not_chosen(strategy, strategy.plan, entries)
        standing = {id: one for id, one in entries.items() if not is_given_up(strategy, one.initiative)}
        yield from _side_by_side(strategy, strategy.plan, standing)
        yield from _out_of_order(strategy, strategy.plan, standing)
        yield from _overloaded(strategy, strategy.plan, standing)


class _Entry(NamedTuple):
    """What the plan says of an initiative, and at which place."""

    place: int
    initiative: Initiative
    chosen: Chosen

    @property
    def span(self) -> Span | None:
        """Its months; None where the plan does not say them both."""
        start, finish = self.chosen.start, self.chosen.finish
        if start is None or finish is None or finish.last < start.first:
            return None
        return Span(month_number(start.first), month_number(finish.last))


_Entries = dict[str, _Entry]


def _entries(strategy: Strategy, plan: AcceptedPlan) -> _Entries:
    """Give what the plan chooses by id; what is unknown is left out, and of what stands twice the first counts."""
    found: _Entries = {}
    for place, chosen in enumerate(plan.chosen):
        initiative = strategy.find("initiatives", chosen.initiative) if chosen.initiative else None
        if initiative:
            found.setdefault(initiative.id, _Entry(place, initiative, chosen))
    return found


def _not_chosen(strategy: Strategy, plan: AcceptedPlan, entries: _Entries) -> Iterator[Fault]:
    """Report what the plan does and nobody will do; where live work waits for it, that has been said there."""
    for id, (place, initiative, _) in entries.items():
        waiting = strategy.linking_to(initiative, "initiatives", "depends_on")
        if not is_given_up(strategy, initiative) or any(is_live(strategy, one) for one in waiting):
            continue
        is_stopped = initiative.status == "stopped"
        what = "stopped" if is_stopped else f"{initiative.choice.decision!r}"
        related = (Related(initiative.at("status" if is_stopped else "choice"), f"{id!r} is {what}"),)
        message = f"the plan does {id!r}, which is {what}; plan again"
        yield Fault(plan.at("chosen", place, "initiative"), message, "", related)


def _side_by_side(strategy: Strategy, plan: AcceptedPlan, entries: _Entries) -> Iterator[Fault]:
    """Report what cannot both be done; where both are chosen, that has been said there."""
    for initiative, place, other in excluded(strategy, entries):
        if is_live(strategy, initiative) and is_live(strategy, other):
            continue
        first, second = sorted((initiative.id, other.id), key=lambda one: entries[one].place)
        related = (Related(initiative.at("excludes", place), "they cannot both be done"),)
        message = f"the plan does {second!r} beside {first!r}, which exclude each other"
        yield Fault(plan.at("chosen", entries[second].place, "initiative"), message, "plan again", related)


def _out_of_order(strategy: Strategy, plan: AcceptedPlan, entries: _Entries) -> Iterator[Fault]:
    """Report what starts too early; where its own dates say the same, or there is a circle, that has been said."""
    circles = in_circles(strategy)
    for initiative, place, other in too_early(strategy, _spans(entries)):
        is_told = is_live(strategy, initiative) and starts_too_early(initiative, other)
        if initiative.is_over or is_told or {initiative.id, other.id} <= circles:
            continue
        entry, before = entries[initiative.id], entries[other.id]
        related = (
            Related(plan.at("chosen", before.place, "finish"), f"{other.id!r} finishes here"),
            Related(initiative.at("depends_on", place), "it waits for that"),
        )
        message = f"{initiative.id!r} starts {entry.chosen.start}, not after {other.id!r} ({before.chosen.finish})"
        help = "work starts in a later quarter than what it depends on finishes; plan again"
        yield Fault(plan.at("chosen", entry.place, "start"), message, help, related)


def _spans(entries: _Entries) -> Mapping[str, Span | None]:
    return {id: one.span for id, one in entries.items()}


def _overloaded(strategy: Strategy, plan: AcceptedPlan, entries: _Entries) -> Iterator[Fault]:
    """Report what is short, once and where it is shortest, unless the initiatives' own dates say so, too."""
    if not any(constraint.capacity for constraint in strategy.constraints.values()):
        return
    told = {one.constraint.id for one in load(strategy, certain_spans(strategy)) if one.exceeded}
    for bottleneck in load(strategy, _spans(entries)):
        if bottleneck.exceeded and bottleneck.constraint.id not in told:
            worst = max(bottleneck.exceeded, key=lambda one: one.over)
            yield _overload(plan, entries, bottleneck.constraint, worst)


def _overload(plan: AcceptedPlan, entries: _Entries, constraint: Constraint, worst: Load) -> Fault:
    """Report a shortage at what starts last of all that takes part in it."""
    asking = [entries[id] for id, _ in worst.by_initiative]
    last = max(asking, key=lambda one: (one.span or Span(0, 0), one.place))
    when = "in all" if worst.period.name == "total" else f"in {worst.period.name}"
    message = f"the plan takes {rounded(worst.used)} of {constraint.id!r} {when}; there are {rounded(worst.available)}"
    related = (Related(constraint.at("capacity"), "so much there is"),)
    return Fault(plan.at("chosen", last.place, "start"), message, "plan again", related)
