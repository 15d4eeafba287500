"""Whether work can be done in the quarters set for it: after what it waits for, and beside nothing it excludes.

What bottlenecks have to bear then says `load`, which takes the same quarters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.chains import awaited

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from digistrat.figures.spans import Span
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


class Clash(NamedTuple):
    """Two initiatives that cannot stand so, and the place in the first one's `depends_on` or `excludes` that says it."""

    initiative: Initiative
    place: int
    other: Initiative


def quarter_number(strategy: Strategy, month: int) -> int:
    """Number a month's quarter, so that quarters can be compared; they begin with the financial year."""
    return (month - strategy.context.year_starts[0] + 1) // 3


def too_early(strategy: Strategy, work: Mapping[str, Span | None]) -> Iterator[Clash]:
    """Give what starts in no later quarter than something it waits for finishes, where both are in the work."""
    for id, span in work.items():
        initiative = strategy.initiatives.get(id)
        for place, other in awaited(strategy, initiative) if initiative and span else ():
            before = work.get(other.id)
            if initiative and span and before and _is_before(strategy, span.first, before.last):
                yield Clash(initiative, place, other)


def _is_before(strategy: Strategy, first: int, last: int) -> bool:
    """Tell whether a month lies in no later quarter than another."""
    return quarter_number(strategy, first) <= quarter_number(strategy, last)


def excluded(strategy: Strategy, ids: Collection[str]) -> Iterator[Clash]:
    """Give each pair of which one excludes the other, once, where both are among some initiatives and none is over."""
    told = set()
    for id in ids:
        initiative = strategy.initiatives.get(id)
        for place, name in enumerate(initiative.excludes) if initiative and not initiative.is_over else ():
            other: Initiative | None = strategy.find("initiatives", name)
            if not (initiative and other) or other is initiative or other.is_over or other.id not in ids:
                continue
            pair = frozenset({id, other.id})
            if pair not in told:
                told.add(pair)
                yield Clash(initiative, place, other)
