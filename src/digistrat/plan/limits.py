"""What a plan has to keep within: bottlenecks, money, work at once and the mix, each a sum that may not pass a number."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from digistrat.figures.mix import SORTS, is_of
from digistrat.figures.periods import Calendar
from digistrat.figures.spans import Span, span_named, span_of
from digistrat.figures.spending import outlays
from digistrat.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from digistrat.figures.mix import Sort
    from digistrat.figures.periods import Period
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.plan.quarters import Quarters
    from digistrat.plan.work import Slot, Work

LimitKind = Literal["capacity", "money", "at-once", "mix"]
KINDS: tuple[LimitKind, ...] = ("capacity", "money", "at-once", "mix")


@dataclass(frozen=True, slots=True)
class Limit:
    """What is used may not pass what is `available`, both in its own unit.

    `what` is the id of a bottleneck, a purse, `in_parallel`, or a sort of work with `min` or `max` in `when`. A mix is
    a sum of effort times how far each piece lies from the bound in per cent: available is 0 there, `stated` the bound.
    """

    kind: LimitKind
    what: str
    when: str
    available: Fraction
    bound: Fraction | None = None

    @property
    def stated(self) -> Fraction:
        """Give the number as people write it."""
        return self.available if self.bound is None else self.bound


class Asking:
    """Says what a piece of work would ask of each limit, were it to run in a slot. Limits come up as work meets them."""

    def __init__(
        self, strategy: Strategy, quarters: Quarters, end: int, work: Mapping[str, Work], *, overrun: Fraction
    ) -> None:
        """Make ready; `end` is the quarter after the last that any work touches, `overrun` multiplies every amount."""
        self._strategy = strategy
        self._quarters = quarters
        self._overrun = overrun
        self._calendars = {one.id: Calendar(strategy, one) for one in strategy.constraints.values() if one.capacity}
        touched = quarters.months(0, max(end, quarters.number))
        self._periods = {id: dict.fromkeys(one.over(touched)) for id, one in self._calendars.items()}
        self._years = [(one, span_named(one.year)) for one in strategy.manifest.envelope if one.year]
        self._at_once = strategy.manifest.limits.in_parallel
        self._mix = _bounds(strategy)
        unknown = [id for id, one in work.items() if one.must and one.initiative.effort is None] if self._mix else []
        self.notes: tuple[str, ...] = ()
        if unknown:  # a share of what is not known cannot be reckoned
            self._mix = ()
            self.notes = (f"the mix is left aside: nobody knows the effort of {in_words(unknown[:3], 'or')}",)
        self._limits: dict[tuple[str, str, object], Limit] = {}

    def of(self, work: Work, slot: Slot) -> Iterator[tuple[Limit, Fraction]]:
        """Give what work asks for in a slot; what it frees is below zero."""
        span = self._quarters.months(*slot)
        yield from self._capacity(work.initiative, span, self._overrun)
        yield from self._money(work.initiative, span, self._overrun)
        yield from self._places(slot)
        yield from self._shares(work.initiative)

    def of_delivered(self) -> Iterator[tuple[Limit, Fraction]]:
        """Give what delivered work took, and frees, of what the plan shares with it."""
        for one in self._strategy.initiatives.values():
            if one.status == "delivered":
                span = span_of(one)
                yield from (*self._capacity(one, span, Fraction(1)), *self._money(one, span, Fraction(1)))

    def _capacity(self, one: Initiative, span: Span | None, overrun: Fraction) -> Iterator[tuple[Limit, Fraction]]:
        for id, calendar, amounts in self._written(one.uses):
            for period, amount in calendar.spread(amounts, span):
                yield from self._asked(id, calendar, period, amount * overrun)
        for id, calendar, amounts in self._written(one.frees):
            for period, amount in calendar.given_back(amounts, span, self._periods[id]):
                yield from self._asked(id, calendar, period, -amount)

    def _written(
        self, amounts: Mapping[str, tuple[Decimal, ...]]
    ) -> Iterator[tuple[str, Calendar, tuple[Decimal, ...]]]:
        """Give what is written of each bottleneck, under its id or its old one."""
        for name, some in amounts.items():
            constraint: Constraint | None = self._strategy.find("constraints", name)
            if constraint and constraint.id in self._calendars:
                yield constraint.id, self._calendars[constraint.id], some

    def _asked(self, id: str, calendar: Calendar, period: Period, amount: Fraction) -> Iterator[tuple[Limit, Fraction]]:
        there = calendar.available(period)
        is_past = not calendar.is_total and period.span.last < self._quarters.first
        if there is not None and amount and not is_past:
            key = ("capacity", id, period)
            if key not in self._limits:
                name = period.name if calendar.is_total else self._quarters.named(period.span, period.name)
                self._limits[key] = Limit("capacity", id, name, Fraction(there))
            yield self._limits[key], amount

    def _money(self, one: Initiative, span: Span | None, overrun: Fraction) -> Iterator[tuple[Limit, Fraction]]:
        for outlay in outlays(one, span) if self._years else ():
            for year, months in self._years:
                limit = getattr(year, outlay.purse)
                amount = outlay.within(months) * overrun
                if limit is not None and amount and months.last >= self._quarters.first:
                    yield self._limit("money", outlay.purse, str(year.year), limit.value), amount

    def _places(self, slot: Slot) -> Iterator[tuple[Limit, Fraction]]:
        if self._at_once is not None:
            for quarter in range(max(0, slot.start), min(slot.finish, self._quarters.number)):
                yield self._limit("at-once", "in_parallel", self._quarters.name(quarter), self._at_once), Fraction(1)

    def _shares(self, one: Initiative) -> Iterator[tuple[Limit, Fraction]]:
        """Give how far its effort pulls each share over its bound; work that does not say its sort is of none."""
        for sort, bound, share in self._mix:
            of_it = Fraction(100 if is_of(one, sort) else 0)
            pull = Fraction(one.effort or 0) * (of_it - share if bound == "max" else share - of_it)
            if pull:
                yield self._limit("mix", sort, bound, 0, share), pull

    def _limit(
        self, kind: LimitKind, what: str, when: str, available: Decimal | int, bound: Fraction | None = None
    ) -> Limit:
        key = (kind, what, when)
        if key not in self._limits:
            self._limits[key] = Limit(kind, what, when, Fraction(available), bound)
        return self._limits[key]


def _bounds(strategy: Strategy) -> Sequence[tuple[Sort, str, Fraction]]:
    """Give the bounds of the mix; none where nobody says any."""
    mix = strategy.scoring.mix if strategy.scoring else {}
    return [
        (sort, bound, Fraction(said.value))
        for sort in SORTS
        if sort in mix
        for bound, said in (("min", mix[sort].min), ("max", mix[sort].max))
        if said is not None
    ]
