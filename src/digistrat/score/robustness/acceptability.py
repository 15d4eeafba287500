"""How often each initiative has a place when all weights move at once, at random, around the agreed ones."""

from __future__ import annotations

import random
import struct
from collections import Counter
from fractions import Fraction
from operator import mul
from typing import TYPE_CHECKING

from digistrat.score.robustness.comparison import levels
from digistrat.score.robustness.dominance import outdone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from digistrat.score.robustness.comparison import Comparison

WEIGHTINGS = 10_000  # a share of one half is then known to half a percentage point
CONCENTRATION = 24
_SEED = 5
_WEIGHT = 2**30  # what the whole numbers of a weighting add up to
_NUMBER = 2**32 - 1  # the greatest number of an initiative: a total stays below 2**64


def weightings(weights: Sequence[Fraction]) -> Iterator[tuple[int, ...]]:
    """Draw 10,000 weightings, in shares of 2**30 (within rounding); none where all weights are 0.

    The same weights give the same weightings. They follow a Dirichlet distribution whose mean is the agreed weights, with CONCENTRATION · share for each. A share
    p then has the variance p · (1 - p) / (CONCENTRATION + 1): a weight of 50 in 100 the standard deviation 10, one of
    20 the standard deviation 8. So people may well be wrong by a fifth of a large weight, and by more of a small one.
    A weight of 0 was agreed to be nothing, and stays 0.

    Source: stochastic multicriteria acceptability analysis: Lahdelma, Hokkanen and Salminen 1998 (rank acceptability).
    """
    whole = sum(weights)
    if not whole:
        return
    draw = random.Random(_SEED)  # noqa: S311  (nothing is kept secret with it)
    shapes = [float(CONCENTRATION * weight / whole) for weight in weights]
    for _ in range(WEIGHTINGS):
        parts = [draw.gammavariate(shape, 1) if shape else 0 for shape in shapes]
        factor = _WEIGHT / sum(parts)
        # Never quite nothing: a criterion that counts still decides between two that are level on all others.
        yield tuple(max(1, round(part * factor)) if shape else 0 for part, shape in zip(parts, shapes, strict=True))


def acceptability(comparison: Comparison) -> Mapping[str, Fraction]:
    """Give the share of the weightings in which each has a place, best first; level with the last place counts as in.

    Empty where no criterion has a weight.
    """
    if not comparison.whole:
        return {}
    everyone = comparison.profiles
    if comparison.is_settled:
        return {one.id: Fraction(1) for one in everyone}
    counting = [place for place, weight in enumerate(comparison.weights) if weight]
    weights = [comparison.weights[place] for place in counting]
    rows = [[one.per_criterion[place] for place in counting] for one in everyone]
    hopeless = outdone(levels(rows), comparison.top)  # never in, whatever the weights: half the work and more
    hopeful = [place for place in range(len(rows)) if place not in hopeless]
    times = _times_in([rows[place] for place in hopeful], weights, comparison.top)
    counts = {everyone[place].id: times[index] for index, place in enumerate(hopeful)}
    return {one.id: Fraction(counts.get(one.id, 0), WEIGHTINGS) for one in everyone}


def _times_in(rows: Sequence[Sequence[Fraction]], weights: Sequence[Fraction], top: int) -> Counter[int]:
    """Count for each row, by its place, in how many weightings it is among the first; any order gives the same.

    All rows are weighed in one go: a column is one long whole number with 64 bits for each row, so a weighting takes
    one multiplication a criterion and the totals lie side by side in the sum.
    """
    columns = [_side_by_side(column) for column in _scaled(rows)]
    layout = struct.Struct(f"<{len(rows)}Q")
    times: Counter[int] = Counter()
    for weighting in weightings(weights):
        totals = layout.unpack(sum(map(mul, weighting, columns)).to_bytes(layout.size, "little"))
        floor = min(totals[:top])  # so many are no lower, and it spares sorting most of them
        last = sorted([total for total in totals if total >= floor])[-top]
        times.update([index for index, total in enumerate(totals) if total >= last])
    return times


def _scaled(rows: Sequence[Sequence[Fraction]]) -> list[list[int]]:
    """Give the columns as whole numbers from 0; one step is the same on all of them."""
    columns = list(zip(*rows, strict=True))
    lowest = [min(column) for column in columns]
    widest = max(max(column) - low for column, low in zip(columns, lowest, strict=True))
    factor = _NUMBER / widest if widest else 0
    return [[round((number - low) * factor) for number in column] for column, low in zip(columns, lowest, strict=True)]


def _side_by_side(column: Sequence[int]) -> int:
    return int.from_bytes(struct.pack(f"<{len(column)}Q", *column), "little")
