"""How far one weight must move before others take the first places: the nearest flip of each criterion, exactly.

One weight changes, the others keep their proportions, and all still add up to what they did. So each total is a
straight line in that weight. A set of initiatives may hold the first places as long as its lowest total is not below
the highest total outside it; that difference is convex in the weight, so a set holds over one unbroken range. Ties
allow several sets now, but to either side only one of them lasts (give or take initiatives whose lines are the same):
the flip stands where its range ends, and beyond that none of the sets of now ever comes back.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from digistrat.score.robustness.comparison import Comparison


class Flip(NamedTuple):
    """Just beyond `to` those of `entering` have places that those of `leaving` had until then.

    Those of them who are in `level` are level just beyond, for places that are too few for all of them. Who surely
    enters or leaves stands before them, then by id.
    """

    criterion: str
    weight: Fraction  # the agreed one
    to: Fraction
    entering: tuple[str, ...]
    leaving: tuple[str, ...]
    level: tuple[str, ...]

    @property
    def distance(self) -> Fraction:
        """How far the weight has to move, up or down."""
        return abs(self.to - self.weight)


class _Line(NamedTuple):
    """An initiative's total as one weight moves, times a constant that all of them share."""

    id: str
    at_zero: int
    slope: int

    def at(self, weight: Fraction) -> int:
        """Give the total times the weight's denominator: whole numbers compare fast."""
        return self.at_zero * weight.denominator + self.slope * weight.numerator


class _Side(NamedTuple):
    """Just beside a weight: all by their totals there, and who has a place, surely or level with others for the last."""

    ordered: tuple[_Line, ...]
    sure: frozenset[str]
    level: frozenset[str]  # empty, or more than there are places left

    def grade(self, name: str) -> int:
        """Give 2 for who is surely in, 1 for who is level, 0 for who is out."""
        return 2 * (name in self.sure) + (name in self.level)


class _Change(NamedTuple):
    """Where the first places change hands on the way from the agreed weight to one end, and who had and has them."""

    to: Fraction
    before: _Side
    beyond: _Side


def flips(comparison: Comparison) -> tuple[Flip, ...]:
    """Give the nearest flip of each criterion that has one, nearest first, then in the order of the criteria.

    Of two at the same distance, one above and one below the agreed weight, the one above is given.
    """
    if comparison.is_settled:
        return ()
    unit = _denominator(comparison.weights)
    weights = [int(weight * unit) for weight in comparison.weights]
    found = []
    for place, lines in enumerate(_lines(comparison, weights)):
        now, ends = Fraction(weights[place]), (Fraction(sum(weights)), Fraction(0))
        changes = [change for end in ends if (change := _change(lines, comparison.top, now, end))]
        if changes:
            nearest = min(changes, key=lambda change: abs(change.to - now))
            found.append(_flip(comparison.criteria[place], comparison.weights[place], unit, nearest))
    return tuple(sorted(found, key=lambda flip: flip.distance))


def _flip(criterion: str, weight: Fraction, unit: int, change: _Change) -> Flip:
    before, beyond = change.before, change.beyond
    gain = {line.id: beyond.grade(line.id) - before.grade(line.id) for line in beyond.ordered}
    # Where those who are level stay level, and only their chances change, they are who enters or leaves.
    chances = {name for name in beyond.level if not gain[name]}
    entering = {name for name, more in gain.items() if more > 0} or chances
    leaving = {name for name, more in gain.items() if more < 0} or chances

    def ordered(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(names, key=lambda name: (name in beyond.level, name)))

    return Flip(criterion, weight, change.to / unit, ordered(entering), ordered(leaving), ordered(beyond.level))


def _lines(comparison: Comparison, weights: Sequence[int]) -> Iterator[list[_Line]]:
    """Give every initiative's total as a line in each weight; none where the other weights are 0.

    With R = Σ other weights and P = Σ other weights · numbers, the total at t is t · number + (W - t) · P / R. All is
    multiplied by R and by the denominators, so that the numbers are whole.
    """
    unit = _denominator(number for one in comparison.profiles for number in one.per_criterion)
    rows = [[int(number * unit) for number in one.per_criterion] for one in comparison.profiles]
    ids, whole = [one.id for one in comparison.profiles], sum(weights)
    for place, weight in enumerate(weights):
        rest = whole - weight
        others = [sum(map(mul, weights, row)) - weight * row[place] for row in rows]
        lines = zip(ids, others, rows, strict=True)
        yield [_Line(name, whole * other, rest * row[place] - other) for name, other, row in lines] if rest else []


def _denominator(numbers: Iterable[Fraction]) -> int:
    return lcm(*(number.denominator for number in numbers))


def _change(lines: Sequence[_Line], top: int, now: Fraction, end: Fraction) -> _Change | None:
    """Look from the agreed weight towards one end."""
    if not lines or now == end:
        return None
    rising = end > now
    before = _beside(lines, top, now, rising=rising)
    to = _first_overtaking(before.ordered[:top], before.ordered[top:], end)
    return None if to == end else _Change(to, before, _beside(lines, top, to, rising=rising))


def _beside(lines: Sequence[_Line], top: int, weight: Fraction, *, rising: bool) -> _Side:
    """Sort by the totals at a weight, of equal ones by who gains more on the way; what is still equal stays so."""

    def key(line: _Line) -> tuple[int, int]:
        return -line.at(weight), -line.slope if rising else line.slope

    ordered = sorted(lines, key=key)
    last = key(ordered[top - 1])
    if key(ordered[top]) != last:
        return _Side(tuple(ordered), frozenset(line.id for line in ordered[:top]), frozenset())
    sure = frozenset(line.id for line in ordered if key(line) < last)
    return _Side(tuple(ordered), sure, frozenset(line.id for line in ordered if key(line) == last))


def _first_overtaking(holding: Sequence[_Line], outside: Sequence[_Line], end: Fraction) -> Fraction:
    """Give the last weight, towards the end, at which nobody outside is above the lowest that holds a place.

    Newton's method from the far end: the gap is convex, so each step lands on the near side of the last one and never
    beyond the root, and there are only finitely many pairs of lines to land on.
    """
    weight = end
    while True:
        lowest = min(holding, key=lambda line: line.at(weight))
        highest = max(outside, key=lambda line: line.at(weight))
        if highest.at(weight) <= lowest.at(weight):
            return weight
        weight = Fraction(lowest.at_zero - highest.at_zero, highest.slope - lowest.slope)
