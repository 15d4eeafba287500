"""How titles, places, weights and shares read in a sentence: rounded, but never into saying more than is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from digistrat.score.numbers import written
from digistrat.score.robustness.acceptability import WEIGHTINGS
from digistrat.wording import counted, in_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

_NAMED = 3  # titles in a row before the rest is only counted


class Titles(NamedTuple):
    """What people call the criteria and the initiatives, by id, on one line, and the method."""

    criteria: Mapping[str, str]
    initiatives: Mapping[str, str]
    method: str

    def criterion(self, criterion: str) -> str:
        """Name a criterion in quotes."""
        return f'"{self.criteria[criterion]}"'

    def initiatives_of(self, ids: Sequence[str], last: str = "and") -> str:
        """Name initiatives in quotes; of more than four the first three, and how many others."""
        if len(ids) <= _NAMED + 1:
            return in_words([f'"{self.initiatives[name]}"' for name in ids], last)
        named = [f'"{self.initiatives[name]}"' for name in ids[:_NAMED]]
        return in_words([*named, counted(len(ids) - _NAMED, "other")])


def among_first(top: int) -> str:
    """Say `in the first 3`, or `in first place`."""
    return "in first place" if top == 1 else f"in the first {top:,}"


def moved(weight: Fraction, to: Fraction) -> tuple[str, str]:
    """Write two weights with as few decimals as tell them apart; `about` stands before a rounded `to`.

    Raises ValueError where they are equal: no number of decimals tells those apart.
    """
    if weight == to:
        raise ValueError(f"a weight that stays at {weight} has not moved")
    digits = 1
    while written(weight, digits) == written(to, digits):
        digits += 1
    return written(weight, digits), f"{'' if to == round(to, digits) else 'about '}{written(to, digits)}"


def how_often(share: Fraction) -> str:
    """Write a share of the weightings in per cent, but count where that would round to all or nothing."""
    times, tried = share * WEIGHTINGS, f"{WEIGHTINGS:,} weightings"
    if share == 1:
        return f"in every one of {tried}"
    if not share:
        return f"in none of {tried}"
    if round(share * 100) == 100:  # noqa: PLR2004
        return f"in all but {WEIGHTINGS - times} of {tried}"
    return f"in {round(share * 100)}% of {tried}" if round(share * 100) else f"in only {times} of {tried}"
