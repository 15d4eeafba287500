"""Is there enough for what is chosen? Each bottleneck period by period, and the money year by year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR
from fractions import Fraction
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from digistrat.figures.load import load
from digistrat.figures.periods import TOTAL
from digistrat.figures.spans import certain_spans
from digistrat.figures.spending import PURSES, spending
from digistrat.model.values.date import parse_date
from digistrat.publish.amounts import rounded_up, with_unit
from digistrat.publish.dates import in_words
from digistrat.publish.words import fill
from digistrat.wording import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.figures.load import Bottleneck
    from digistrat.figures.periods import Period
    from digistrat.figures.spending import Purse, Spending, Sum
    from digistrat.model.kinds.constraint import Constraint
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy
    from digistrat.publish.words import Words

_Said = Callable[[Fraction], str]
_NOTHING, _WHOLE = Fraction(0), Fraction(100)
_TENTHS, _YEAR = 10, 12
_FEW = 5  # that ask for most


@dataclass(frozen=True, slots=True)
class Line:
    """What is asked for and what is there in one period, in words; the bar's parts in per cent of its length."""

    period: str
    used: str
    available: str
    over: str  # empty where there is enough
    there: Fraction
    within: Fraction
    beyond: Fraction


@dataclass(frozen=True, slots=True)
class Room:
    """How much of something there is for chosen work; a bottleneck where it is not money."""

    title: str
    unit: str  # in which its numbers are; empty where they say it themselves
    constraint: Constraint | None
    lines: tuple[Line, ...]
    finding: str  # whether there is enough, in a sentence
    most_asked_by: tuple[tuple[Initiative, str], ...]  # in the worst period, the most first
    unplaced: tuple[Initiative, ...]  # counted nowhere, because nobody knows when

    @property
    def is_short(self) -> bool:
        """Tell whether more is asked for than there is, in any period."""
        return any(line.over for line in self.lines)


@dataclass(frozen=True, slots=True)
class RoomView:
    """All that there may be too little of, and a sentence that says what work is counted, and when it runs."""

    counted: str
    rooms: tuple[Room, ...]


class _Need(NamedTuple):
    """What a line is made from, in the unit of its room."""

    period: str
    used: Fraction
    available: Fraction | None  # None is no limit
    by: Mapping[str, Fraction]  # what each initiative asks for

    @property
    def over(self) -> Fraction:
        return _NOTHING if self.available is None else max(_NOTHING, self.used - self.available)

    @property
    def there(self) -> Fraction:
        """What a bar holds: all that is used where there is no limit."""
        return max(_NOTHING, self.used if self.available is None else self.available)

    @property
    def bar(self) -> tuple[Fraction, Fraction, Fraction]:
        """What is there, what of it is used, and what is asked for beyond it; none is less than nothing."""
        return self.there, max(_NOTHING, min(self.used, self.there)), max(_NOTHING, self.used - self.there)


def build(answers: Answers, words: Words) -> RoomView | None:
    """Give the money first, then each bottleneck; None where there is nothing that limits.

    What counts is the accepted plan, in its quarters; where none does anything, chosen work, by its own dates.
    """
    strategy, accepted = answers.strategy, answers.accepted_plan
    if accepted and accepted.plan.schedule:
        counted, money, bottlenecks = words["choices"]["room_of_plan"], accepted.spending, accepted.load
    else:
        spans = certain_spans(strategy)
        counted, money, bottlenecks = words["choices"]["room_what"], spending(strategy, spans), load(strategy, spans)
    purses = (_purse(strategy, words, purse, money) for purse in PURSES if money.years)
    rooms = (*purses, *(_bottleneck(strategy, words, one) for one in bottlenecks))
    return RoomView(counted, rooms) if rooms else None


def _purse(strategy: Strategy, words: Words, purse: Purse, money: Spending) -> Room:
    """Give one purse by the years of the envelope, the earliest first."""
    needs = []
    for year in sorted(money.years, key=lambda one: (one.year.first, one.year.last, one.place)):
        found: Sum = getattr(year, purse)
        by: dict[str, Fraction] = {}
        for outlay, share in found.shares:
            by[outlay.initiative] = by.get(outlay.initiative, _NOTHING) + share
        limit = None if found.limit is None else Fraction(found.limit)
        needs.append(_Need(in_words(words, year.year), found.spent, limit, by))
    ids = dict.fromkeys(one.initiative for one in money.unplaced if one.purse == purse)
    unplaced = tuple(strategy.initiatives[id] for id in ids)
    said = partial(rounded_up, strategy.manifest.currency)
    finding, askers = _finding(words, needs, said, unplaced), _askers(strategy, needs, said)
    return Room(words["purses"][purse], "", None, _lines(words, needs, said), finding, askers, unplaced)


def _bottleneck(strategy: Strategy, words: Words, found: Bottleneck) -> Room:
    constraint = found.constraint
    needs = [_Need(_period(strategy, words, one.period), one.used, one.available, one.shares) for one in found.loads]
    unplaced = tuple(strategy.initiatives[id] for id in found.unplaced)
    unit = (constraint.capacity.unit if constraint.capacity else None) or ""
    counted_in, said = fill(words["choices"]["counted_in"], unit=unit) if unit else "", partial(_amount, unit)
    finding, askers = _finding(words, needs, said, unplaced), _askers(strategy, needs, said)
    return Room(constraint.statement, counted_in, constraint, _lines(words, needs, _plain), finding, askers, unplaced)


def _period(strategy: Strategy, words: Words, period: Period) -> str:
    """Name a period as a reader does; none for what is there in all, and the bare name past all dates."""
    if period == TOTAL:
        return str(words["choices"]["in_all"])
    is_date = period.span.last // _YEAR < MAXYEAR
    return in_words(words, parse_date(period.name, strategy.context)) if is_date else period.name


def _lines(words: Words, needs: list[_Need], said: _Said) -> tuple[Line, ...]:
    """Give the lines of a table, with bars of one scale: the most that is asked for or there in any of them."""
    longest = max((max(one.used, one.there) for one in needs), default=_NOTHING) or Fraction(1)
    return tuple(
        Line(
            one.period,
            said(_up(one.used) if one.over else one.used),
            words["limits"]["no_limit"] if one.available is None else said(one.available),
            said(_up(one.over)) if one.over else "",
            *(part * _WHOLE / longest for part in one.bar),
        )
        for one in needs
    )


def _finding(words: Words, needs: list[_Need], said: _Said, unplaced: tuple[Initiative, ...]) -> str:
    """Say in a sentence whether there is enough, and if not, when not and by how much; empty where nobody can tell."""
    texts, short = words["choices"], [one for one in needs if one.over]
    if not any(one.used for one in needs):
        return "" if unplaced else str(texts["nothing_asked"])
    if not short:
        return str(texts["enough"] if any(one.available is not None for one in needs) else texts["no_limit_said"])
    worst = max(short, key=lambda one: one.over)
    over = said(_up(worst.over))
    if worst.period == texts["in_all"]:
        return fill(texts["short"], over=over)
    text = texts["short_once"] if len(short) == 1 else texts["short_often"]
    return fill(text, number=len(short), period=worst.period, over=over)


def _askers(strategy: Strategy, needs: list[_Need], said: _Said) -> tuple[tuple[Initiative, str], ...]:
    """Give what asks for most where it is shortest, the most first; nothing where there is enough."""
    worst = max(needs, key=lambda one: one.over, default=None)
    if worst is None or not worst.over:
        return ()
    first = sorted(worst.by.items(), key=lambda one: -one[1])[:_FEW]
    return tuple((strategy.initiatives[id], said(_up(amount))) for id, amount in first if amount > 0)


def _up(amount: Fraction) -> Fraction:
    """Round up to a tenth, as all is where there is not enough: a little too much never reads as nothing."""
    return Fraction(ceil(amount * _TENTHS), _TENTHS)


def _plain(amount: Fraction) -> str:
    return rounded(amount, grouped=True)


def _amount(unit: str, amount: Fraction) -> str:
    return with_unit(_plain(amount), unit)
