"""Kendall's W: how far several people put the same things in the same order."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def kendall_w(judges: Sequence[Sequence[Fraction]]) -> Fraction | None:
    """Give 12 S ÷ (m² (n³ − n) − m Σ T), corrected for ties: from 0, no common order, to 1, the same order.

    Judges × things, as scores or ranks; m judges, n things, S the squared distances of the rank sums from their mean,
    T the sum of t³ − t over each judge's ties of t. None with fewer than two judges or two things, or where every
    judge holds all things equal.

    Source: Kendall and Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939);
    Siegel and Castellan, Nonparametric Statistics for the Behavioral Sciences (1988), section 9.6.
    """
    m, n = len(judges), len(judges[0]) if judges else 0
    if m < 2 or n < 2:  # noqa: PLR2004  (one has nobody to agree with, nothing to put in order)
        return None
    sums = [sum(ranks) for ranks in zip(*(_doubled_ranks(judge) for judge in judges), strict=True)]
    middle = Fraction(sum(sums), n)
    distances = sum(((total - middle) ** 2 for total in sums), start=Fraction(0)) / 4  # of ranks that are doubled
    ties = sum(t**3 - t for judge in judges for t in Counter(judge).values())
    whole = m**2 * (n**3 - n) - m * ties
    return 12 * distances / whole if whole else None


def _doubled_ranks(scores: Sequence[Fraction]) -> list[int]:
    """Give ranks from the lowest, times two; equal scores share the mean of their ranks, so that halves stay whole."""
    times = Counter(scores)
    rank, before = {}, 0
    for score in sorted(times):
        rank[score] = 2 * before + times[score] + 1
        before += times[score]
    return [rank[score] for score in scores]
