"""What robustness is asked about: who stands beside whom on which criteria, and how many places there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from operator import mul
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction


class Profile(NamedTuple):
    """An initiative's number on each criterion, more is better, and its score by the method."""

    id: str
    per_criterion: tuple[Fraction, ...]
    score: Fraction


@dataclass(frozen=True)
class Comparison:
    """Initiatives side by side, best first; a score is Σ weight · number, `weights` is empty where a method has none."""

    criteria: tuple[str, ...]
    weights: tuple[Fraction, ...]
    profiles: tuple[Profile, ...]
    top: int  # how many places there are: 1 or more

    @cached_property
    def whole(self) -> Fraction | int:
        """What the weights add up to: 100 unless somebody ignored a finding."""
        return sum(self.weights)

    @property
    def is_settled(self) -> bool:
        """Tell whether there is a place for everyone, so that nothing can change who is in."""
        return len(self.profiles) <= self.top

    @cached_property
    def first(self) -> tuple[str, ...]:
        """Who has a place, best first: whoever is level with the last of them counts as in."""
        last = self.profiles[min(self.top, len(self.profiles)) - 1].score
        return tuple(one.id for one in self.profiles if one.score >= last)

    @cached_property
    def level(self) -> tuple[str, ...]:
        """Who shares the last place where there are too few for all of them; by id."""
        if len(self.first) <= self.top:
            return ()
        last = self.profiles[self.top - 1].score
        return tuple(one.id for one in self.profiles if one.score == last)


def compare(criteria: Sequence[str], weights: Sequence[Fraction], profiles: Iterable[Profile], top: int) -> Comparison:
    """Sort by score, then by who is ahead on more criteria, then by id: who dominates another stands before it."""
    given = tuple(profiles)
    steps = levels(one.per_criterion for one in given)
    order = sorted(zip(given, steps, strict=True), key=lambda pair: (-pair[0].score, -sum(pair[1]), pair[0].id))
    return Comparison(tuple(criteria), tuple(weights), tuple(one for one, _ in order), top)


def weighed(weights: Mapping[str, Fraction], numbers: Mapping[str, Sequence[Fraction]], top: int) -> Comparison:
    """Compare by Σ weight · number; `numbers` has one for each weight, in the same order."""
    profiles = [Profile(name, tuple(row), _total(weights.values(), row)) for name, row in numbers.items()]
    return compare(tuple(weights), tuple(weights.values()), profiles, top)


def _total(weights: Iterable[Fraction], row: Sequence[Fraction]) -> Fraction:
    return sum(map(mul, weights, row), start=row[0] * 0)


def levels(rows: Iterable[Sequence[Fraction]]) -> list[tuple[int, ...]]:
    """Replace each number by its place among those of its column, from 0, lowest first; equal numbers share one.

    Who is better on which criterion is all that dominance asks, and small integers compare fifty times as fast.
    """
    columns = [_places(column) for column in zip(*rows, strict=True)]
    return list(zip(*columns, strict=True))


def _places(column: Sequence[Fraction]) -> list[int]:
    place = {number: index for index, number in enumerate(sorted(set(column)))}
    return [place[number] for number in column]
