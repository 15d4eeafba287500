"""The rule about bottlenecks: is there enough of each for the work that is chosen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.figures.load import load
from digistrat.figures.periods import TOTAL
from digistrat.figures.spans import certain_spans
from digistrat.read.fault import Fault, Related
from digistrat.wording import counted, rounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.figures.load import Bottleneck, Load
    from digistrat.model.strategy import Strategy
    from digistrat.read.fault import Ref

_MOST_RELATED = 6


def capacity_exceeded(strategy: Strategy) -> Iterator[Fault]:
    """Chosen work that needs more of a bottleneck than there is, in some period.

    Why: it will not be done in time, whatever the plan says. Work counts from its start to its finish; what it needs
    is spread evenly over the months, or given a number for each quarter.

    Bad:
        # initiatives.yaml
        - id: e-letters
          start: 2027-04
          duration: 6 months
          uses: {letters-team: 24}
          …
        # constraints.yaml
        - id: letters-team
          capacity: {unit: weeks of work, per: quarter, available: 10}  # <-
          …
        - {id: money, kind: funding, statement: One ward at a time, response: {kind: limit}}
        - {id: walls, kind: physical-infrastructure, statement: Thick walls, response: {kind: accept}}
        - {id: data, kind: data-infrastructure, statement: Eleven systems, response: {kind: accept}}

    Good:
          capacity: {unit: weeks of work, per: quarter, available: 12}

    Source: NHS Providers, Building a digital strategy (2021), on how many projects can run at once.
    """
    for bottleneck in load(strategy, certain_spans(strategy)):
        exceeded = bottleneck.exceeded
        if not exceeded:
            continue
        constraint, worst = bottleneck.constraint, max(exceeded, key=lambda one: one.over)
        more = f"; {counted(len(exceeded) - 1, 'more period')} too" if len(exceeded) > 1 else ""
        needed = f"{constraint.id!r} has {rounded(worst.available)} {_when(worst)}, chosen work needs {_used(worst)}"
        help = "choose less, move work to another time, or find more of it"
        yield Fault(_place(bottleneck, exceeded[0]), needed + more, help, _related(strategy, bottleneck, worst))


def _place(bottleneck: Bottleneck, first: Load) -> Ref:
    """Point at the number that is too low: that of the first such period, where each has its own."""
    constraint = bottleneck.constraint
    there = constraint.capacity.available if constraint.capacity else None
    by_period = (first.period.name,) if there and there.by_period else ()
    return constraint.at("capacity", "available", *by_period)


def _when(load: Load) -> str:
    return "in all" if load.period == TOTAL else f"in {load.period.name}"


def _used(load: Load) -> str:
    """Write what is needed so that it reads as more than there is."""
    said = rounded(load.used)
    return said if said != rounded(load.available) else f"a little over {said}"


def _related(strategy: Strategy, bottleneck: Bottleneck, worst: Load) -> tuple[Related, ...]:
    """Give the work that needs most of it in the worst period."""
    found = []
    for id, amount in worst.by_initiative[:_MOST_RELATED]:
        initiative = strategy.initiatives[id]
        written = (key for key in initiative.uses if strategy.find("constraints", key) is bottleneck.constraint)
        found.append(Related(initiative.at("uses", next(written)), f"{id!r} needs {rounded(amount)} {_when(worst)}"))
    return tuple(found)
