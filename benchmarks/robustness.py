"""How long do flips, shares and dominance take? Time them on made-up scores: `python -m benchmarks.robustness`."""

from __future__ import annotations

import argparse
import random
import time
from fractions import Fraction
from typing import TYPE_CHECKING

from digistrat.score.robustness.acceptability import acceptability
from digistrat.score.robustness.comparison import weighed
from digistrat.score.robustness.dominance import dominance
from digistrat.score.robustness.flips import flips

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digistrat.score.robustness.comparison import Comparison

INITIATIVES, CRITERIA, TOP, SEED = 500, 6, 10, 7
GOAL = 2.0  # seconds of the processor, for all three
PARTS: Mapping[str, Callable[[Comparison], object]] = {
    "flips": flips,
    "dominance": dominance,
    "acceptability": acceptability,
}
Row = list[Fraction]


def points(draw: random.Random, criteria: int) -> Row:
    """Give whole points from 0 to 10, independent of each other."""
    return [Fraction(draw.randint(0, 10), 10) for _ in range(criteria)]


def trade_offs(draw: random.Random, criteria: int) -> Row:
    """Give shares that add up to one: nobody is better on everything, so nobody can be left out beforehand."""
    parts = [draw.randint(1, 1000) for _ in range(criteria)]
    return [Fraction(part, sum(parts)) for part in parts]


def for_effort(draw: random.Random, criteria: int) -> Row:
    """Give points divided by efforts of all sizes, so that the fractions have large denominators."""
    effort = Fraction(draw.randint(1, 3000), 100)
    return [number / effort for number in points(draw, criteria)]


def main() -> None:
    """Print the seconds of the processor for each part and each sort of scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--initiatives", type=int, default=INITIATIVES)
    parser.add_argument("--criteria", type=int, default=CRITERIA)
    parser.add_argument("--top", type=int, default=TOP)
    options = parser.parse_args()
    weights = {f"c{place}": Fraction(place + 1) for place in range(options.criteria)}
    print(f"{options.initiatives} initiatives by {options.criteria} criteria, first {options.top}; goal < {GOAL:g} s")
    for make in (points, trade_offs, for_effort):
        draw = random.Random(SEED)
        rows = {f"i{place}": make(draw, options.criteria) for place in range(options.initiatives)}
        begun = time.process_time()
        comparison = weighed(weights, rows, options.top)
        taken = {"comparison": time.process_time() - begun}
        for name, part in PARTS.items():
            begun = time.process_time()
            part(comparison)
            taken[name] = time.process_time() - begun
        whole = sum(taken.values())
        each = ", ".join(f"{name} {seconds:.2f}" for name, seconds in taken.items())
        print(f"{make.__name__:10}  {whole:.2f} s{' over' if whole >= GOAL else ''}  ({each})")


if __name__ == "__main__":
    main()
