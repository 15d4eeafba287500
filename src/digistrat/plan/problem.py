"""The planning problem: work with its slots, what each slot asks of which limit, and what it is worth. Whole numbers.

Every limit counts in units of its own, so small that all amounts are whole: sums and comparisons are exact and quick.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from math import lcm
from types import MappingProxyType
from typing import TYPE_CHECKING

from digistrat.figures.chains import in_order
from digistrat.plan.limits import KINDS, Asking
from digistrat.plan.quarters import quarters_of
from digistrat.plan.reason import Reason
from digistrat.plan.work import sort_out

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from digistrat.model.strategy import Strategy
    from digistrat.plan.limits import Limit
    from digistrat.plan.quarters import Quarters
    from digistrat.plan.work import Slot, Work

# A point of score is worth so much less for each quarter that goes by until the work is finished.
A_QUARTER_LATER = Fraction(98, 100)
Schedule = dict[str, int]  # by id, the place of the slot in which the work runs; what is not in it is not done
Asks = tuple[tuple[int, int], ...]  # pairs of a limit's number and the amount asked of it, in its units


@dataclass(frozen=True, slots=True)
class Option:
    """One way to do a piece of work: when, what it asks of the limits, and what it is worth."""

    slot: Slot
    asks: Asks
    value: Fraction


@dataclass(frozen=True)
class Problem:
    """Everything that a plan has to respect; ids in the order of ids, options in order of time."""

    quarters: Quarters
    limits: tuple[Limit, ...]
    units: tuple[int, ...]  # how many of its units make one of each limit's own unit
    room: tuple[int, ...]  # what each limit has left beside delivered work, in its units
    work: Mapping[str, Work]
    options: Mapping[str, tuple[Option, ...]]
    barred: Mapping[str, Reason] = field(default_factory=dict)
    conflicts: Mapping[str, Reason] = field(default_factory=dict)
    notes: tuple[str, ...] = ()  # what a reader must know of what was not counted

    @cached_property
    def there(self) -> tuple[int, ...]:
        """Give what work may ask of each limit: its room, and nothing where delivered work has passed it already."""
        return tuple(max(0, room) for room in self.room)

    @cached_property
    def is_sum(self) -> tuple[bool, ...]:
        """Tell of each limit whether it is a sum that fills up; a share of the mix is none."""
        return tuple(limit.kind != "mix" for limit in self.limits)

    @cached_property
    def mix(self) -> tuple[int, ...]:
        """Give the numbers of the limits that are shares of the mix."""
        return tuple(number for number, is_sum in enumerate(self.is_sum) if not is_sum)

    @cached_property
    def certain(self) -> frozenset[str]:
        """Give all that is in every plan: certain work, what it waits for, and so on."""
        found: set[str] = set()
        ahead = [id for id, one in self.work.items() if one.must]
        while ahead:
            id = ahead.pop()
            if id not in found:
                found.add(id)
                ahead += self.work[id].after
        return frozenset(found)

    @property
    def at_odds(self) -> tuple[tuple[str, str], ...]:
        """Give the pairs that exclude each other and both have to be done, for something certain waits for each."""
        pairs = ((id, other) for id in sorted(self.certain) for other in self.work[id].against if other in self.certain)
        return tuple(dict.fromkeys((min(pair), max(pair)) for pair in pairs))

    @cached_property
    def waiting(self) -> Mapping[str, tuple[str, ...]]:
        """Give, for each piece of work, what waits for it."""
        found: dict[str, list[str]] = {id: [] for id in self.work}
        for id, one in self.work.items():
            for other in one.after:
                found[other].append(id)
        return {id: tuple(others) for id, others in found.items()}

    @cached_property
    def turn(self) -> Mapping[str, int]:
        """Give each piece of work its place in an order in which nothing comes before what it waits for."""
        order = in_order({id: set(one.after) for id, one in self.work.items()})
        return {id: place for place, id in enumerate(order)}

    def with_all_before(self, id: str, schedule: Schedule) -> list[str]:
        """Give work with all it waits for that a schedule does not hold yet, in turn."""
        found, ahead = {id}, [id]
        while ahead:
            for other in self.work[ahead.pop()].after:
                if other not in found and other not in schedule:
                    found.add(other)
                    ahead.append(other)
        return sorted(found, key=self.turn.__getitem__)

    def with_all_behind(self, ids: Collection[str]) -> frozenset[str]:
        """Give work with all that waits for it, and so on."""
        found, ahead = set(ids), list(ids)
        while ahead:
            behind = [id for id in self.waiting.get(ahead.pop(), ()) if id not in found]
            found.update(behind)
            ahead += behind
        return frozenset(found)

    def changed(self, forced: Collection[str], without: Collection[str]) -> Problem:
        """Give the problem with some work made certain, and some taken out with all that waits for it."""
        gone = self.with_all_behind(without)
        work = {
            id: replace(one, must=one.must or id in forced, against=tuple(o for o in one.against if o not in gone))
            for id, one in self.work.items()
            if id not in gone
        }
        barred = {**self.barred, **{id: self._goes_with(id, without) for id in sorted(gone & self.work.keys())}}
        return replace(self, work=work, options={id: self.options[id] for id in work}, barred=barred)

    def _goes_with(self, id: str, without: Collection[str]) -> Reason:
        """Say why work is gone where some was left out: that itself, or what it waits for."""
        if id in without:
            return Reason("left-out", id)
        gone = self.with_all_behind(without)
        return Reason("dependency", next(other for other in self.work[id].after if other in gone))

    def value(self, schedule: Schedule) -> Fraction:
        """Add up what a schedule is worth."""
        return sum((self.options[id][place].value for id, place in schedule.items()), Fraction(0))

    def used(self, schedule: Schedule) -> list[int]:
        """Add up what a schedule asks of each limit, in its units."""
        used = [0] * len(self.limits)
        for id, place in schedule.items():
            for limit, amount in self.options[id][place].asks:
                used[limit] += amount
        return used

    def amount(self, limit: int, units: int) -> Fraction:
        """Give an amount in a limit's own unit."""
        return Fraction(units, self.units[limit])


def problem_of(
    strategy: Strategy,
    scores: Mapping[str, Fraction],
    *,
    overrun: Fraction = Fraction(1),
    accepted: Mapping[str, Slot] = MappingProxyType({}),
) -> Problem:
    """Set the problem up; `overrun` multiplies all that work takes and costs, to see what happens if it takes more.

    `scores` has every initiative that could be scored. What is `accepted` is certain, and runs when that says.
    """
    quarters = quarters_of(strategy)
    found = sort_out(strategy, scores, quarters, accepted)
    end = max((slot.finish for one in found.work.values() for slot in one.slots), default=0)
    asking = Asking(strategy, quarters, end, found.work, overrun=overrun)
    asked = {(id, slot): _summed(asking.of(one, slot)) for id, one in found.work.items() for slot in one.slots}
    before = _summed(asking.of_delivered())
    table = _Table(before, list(asked.values()))
    options = {
        id: tuple(Option(slot, table.asks(asked[id, slot]), _value(one, slot)) for slot in one.slots)
        for id, one in found.work.items()
    }
    if all(_can_begin_at_once(found.work[id], some) for id, some in options.items()):
        options = {id: some[:1] for id, some in options.items()}
    return Problem(
        quarters, table.limits, table.units, table.room, found.work, options, found.barred, found.conflicts,
        asking.notes,
    )  # fmt: skip


def _summed(asked: Iterable[tuple[Limit, Fraction]]) -> dict[Limit, Fraction]:
    found: dict[Limit, Fraction] = {}
    for limit, amount in asked:
        found[limit] = found[limit] + amount if limit in found else amount
    return found


def _can_begin_at_once(work: Work, options: tuple[Option, ...]) -> bool:
    """Tell whether nothing is gained by waiting, whatever else is done: every slot asks the same."""
    return len({option.asks for option in options}) == 1 and (work.score is None or work.score >= 0)


class _Table:
    """Numbers the limits that work meets, and finds the unit in which each counts whole."""

    def __init__(self, before: Mapping[Limit, Fraction], asked: Iterable[Mapping[Limit, Fraction]]) -> None:
        units: dict[Limit, int] = {}
        for amounts in asked:
            for limit, amount in amounts.items():
                units[limit] = lcm(units.get(limit, 1), amount.denominator)
        left = {limit: limit.available - before.get(limit, Fraction(0)) for limit in units}
        self.limits = tuple(sorted(units, key=lambda one: (KINDS.index(one.kind), one.what, one.when)))
        self.units = tuple(lcm(units[limit], left[limit].denominator) for limit in self.limits)
        self.room = tuple(int(left[limit] * unit) for limit, unit in zip(self.limits, self.units, strict=True))
        self._number = {limit: number for number, limit in enumerate(self.limits)}

    def asks(self, amounts: Mapping[Limit, Fraction]) -> Asks:
        found = ((self._number[limit], amount) for limit, amount in amounts.items() if amount)
        return tuple(sorted((number, int(amount * self.units[number])) for number, amount in found))


def _value(work: Work, slot: Slot) -> Fraction:
    return work.score * worth_of_a_point(slot) if work.score is not None else Fraction(0)


def worth_of_a_point(slot: Slot) -> Fraction:
    """Give what is left of a point of score when work is finished: the earlier the more, before the plan's start all."""
    return A_QUARTER_LATER ** max(0, slot.finish)
