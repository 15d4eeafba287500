"""Small comparisons, generated ones, and the first places found the long way round."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import strategies as st

from digistrat.score.robustness import Robustness
from digistrat.score.robustness.comparison import weighed
from digistrat.score.robustness.phrases import Titles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digistrat.score.robustness.comparison import Comparison


class Family(NamedTuple):
    """The sets that may hold the first places: all of `sure`, and enough of `level` to fill them."""

    sure: frozenset[str]
    level: frozenset[str]
    top: int

    def grade(self, name: str) -> int:
        """Give 2 for who is in, 1 for who is level for too few places, 0 for who is out."""
        is_sure = name in self.sure or (name in self.level and len(self.possible) == self.top)
        return 2 if is_sure else int(name in self.level)

    @property
    def possible(self) -> frozenset[str]:
        """Give who is in one of the sets."""
        return self.sure | self.level

    def shares_a_set_with(self, other: Family) -> bool:
        """Tell whether some set may hold the first places in both."""
        needed, allowed = self.sure | other.sure, self.possible & other.possible
        return needed <= allowed and len(needed) <= self.top <= len(allowed)


def table(weights: Sequence[int], rows: Mapping[str, Sequence[int]], top: int) -> Comparison:
    """Compare whole numbers on criteria called a, b, c …."""
    return weighed(
        {"abcdefgh"[place]: Fraction(weight) for place, weight in enumerate(weights)},
        {name: [Fraction(number) for number in row] for name, row in rows.items()},
        top,
    )


def shifted(comparison: Comparison, place: int, weight: Fraction) -> list[Fraction]:
    """Change one weight and scale the others, so that all add up to what they did."""
    rest = comparison.whole - comparison.weights[place]
    factor = (comparison.whole - weight) / rest
    return [weight if other == place else value * factor for other, value in enumerate(comparison.weights)]


def family(comparison: Comparison, weights: Sequence[Fraction]) -> Family:
    """Weigh everyone and sort: who is surely in, and who is level at the edge."""
    totals = {
        one.id: sum(weight * number for weight, number in zip(weights, one.per_criterion, strict=True))
        for one in comparison.profiles
    }
    last = sorted(totals.values(), reverse=True)[comparison.top - 1]
    return Family(
        frozenset(name for name, total in totals.items() if total > last),
        frozenset(name for name, total in totals.items() if total == last),
        comparison.top,
    )


def crossings(comparison: Comparison, place: int) -> Iterator[Fraction]:
    """Give every weight of one criterion, from 0 to all of them, at which two totals cross."""
    low, high = (shifted(comparison, place, Fraction(end)) for end in (0, comparison.whole))
    ends = [
        [
            sum(weight * number for weight, number in zip(weights, one.per_criterion, strict=True))
            for weights in (low, high)
        ]
        for one in comparison.profiles
    ]
    for (low_one, high_one), (low_other, high_other) in combinations(ends, 2):
        gap, turn = low_one - low_other, (low_one - low_other) - (high_one - high_other)
        if turn and 0 <= gap / turn <= 1:
            yield Fraction(comparison.whole) * gap / turn


CRITERIA = {"a": "Benefit to patients", "b": "Benefit to staff", "c": "Money"}


def asked(comparison: Comparison, method: str = "weighted") -> Robustness:
    """Ask with titles made from the ids."""
    initiatives = {one.id: one.id.capitalize() for one in comparison.profiles}
    return Robustness(comparison, Titles({name: CRITERIA[name] for name in comparison.criteria}, initiatives, method))


def sentences(robustness: Robustness, about: str) -> list[str]:
    """Give the sentences of one sort."""
    return [one.text for one in robustness.statements if one.about == about]


def first_at(comparison: Comparison, place: int, weight: Fraction | int) -> set[str]:
    """Give who has a place, or is level with the last, at another weight of one criterion."""
    return set(family(comparison, shifted(comparison, place, Fraction(weight))).possible)


numbers = st.integers(0, 5)


@st.composite
def tables(draw: st.DrawFn) -> Comparison:
    """Make up to seven initiatives on up to four criteria: ties, equal rows and weights of 0 are common."""
    criteria = draw(st.integers(1, 4))
    weights = draw(st.lists(st.integers(0, 6), min_size=criteria, max_size=criteria).filter(any))
    rows = draw(st.lists(st.tuples(*[numbers] * criteria), min_size=1, max_size=7))
    top = draw(st.integers(1, len(rows)))
    return table(weights, {f"i{place}": row for place, row in enumerate(rows)}, top)
