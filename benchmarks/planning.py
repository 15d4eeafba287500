"""How good are plans, and how long do they take? Plan made-up strategies: `python -m benchmarks.planning`."""

from __future__ import annotations

import argparse
import random
import time
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from digistrat.answers import Answers
from digistrat.disk.folder import Tree
from digistrat.model.load import load
from digistrat.plan.plan import plan_of
from digistrat.plan.problem import problem_of
from digistrat.plan.solver import Means

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.plan.plan import Plan

AS_OF = date(2026, 11, 21)
TEAMS = 4


class Size(NamedTuple):
    """How many initiatives, over how many quarters; with one quarter all has to be shared out at once."""

    initiatives: int
    quarters: int


SIZES = (Size(12, 9), Size(25, 8), Size(40, 12), Size(100, 1), Size(200, 20))


def strategy(size: Size, seed: int) -> dict[str, bytes]:
    """Write a strategy that asks for about twice what its teams and its money hold."""
    draw = random.Random(seed)
    ahead = size.initiatives * 6 // TEAMS  # what one team is asked for, more or less
    there = max(6, ahead // (2 * size.quarters))
    teams = "".join(
        f"- {{id: team-{team}, statement: Few people, capacity: {{unit: weeks, per: quarter, available: {there}}}}}\n"
        for team in range(TEAMS)
    )
    files = {
        "strategy.yaml": "format: 1\ntitle: Made up\norganisation: {name: Nobody}\nowner: Board\n"
        "period: {from: 2027-01, to: 2031-12}\nfinancial_year_starts: 01-01\n",
        "mission.yaml": "mission: To be planned\n",
        "scoring.yaml": "criteria:\n  - {id: a, weight: 60, max: 10}\n  - {id: b, weight: 40, max: 10}\n"
        f"plan: {{from: 2027-Q1, quarters: {size.quarters}}}\n",
        "constraints.yaml": teams,
        "initiatives.yaml": "".join(_initiatives(size, draw)),
    }
    return {path: text.encode() for path, text in files.items()}


def _initiatives(size: Size, draw: random.Random) -> Iterator[str]:
    for number in range(size.initiatives):
        takes = draw.randint(1, min(4, size.quarters))
        uses = ", ".join(f"team-{team}: {draw.randint(1, 12)}" for team in draw.sample(range(TEAMS), 2))
        waits = draw.random() < 0.2 and number and size.quarters > 1  # noqa: PLR2004  (one in five)
        after = f", depends_on: w{draw.randrange(number)}" if waits else ""
        yield (
            f"- {{id: w{number}, title: Work {number}, scores: {{a: {draw.randint(0, 10)}, b: {draw.randint(0, 10)}}}, "
            f"duration: {takes} quarters, uses: {{{uses}}}{after}}}\n"
        )


def timed(size: Size, seed: int, means: Means) -> tuple[Plan, float]:
    """Plan, and give the seconds of the processor that it took, the reading apart."""
    answers = Answers(load(Tree(strategy(size, seed)), AS_OF))
    scores = answers.scores
    before = time.process_time()
    plan = plan_of(problem_of(answers.strategy, scores), means)
    return plan, time.process_time() - before


def main() -> None:
    """Plan every size, filled up with the best first and with the solver, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3, help="strategies of each size (default: 3)")
    seeds = parser.parse_args().seeds
    print(f"{'size':>10} {'seed':>4} {'greedy':>8} {'s':>6} {'plan':>8} {'s':>6} {'bound':>8} {'gap':>6}  status")
    for size in SIZES:
        for seed in range(seeds):
            first, took = timed(size, seed, Means(solver=False))
            plan, seconds = timed(size, seed, Means())
            gap = f"{float(plan.gap or 0):.1%}"
            print(
                f"{size.initiatives:>6} × {size.quarters:<2}{seed:>4} {float(first.value):8.1f} {took:6.2f} "
                f"{float(plan.value):8.1f} {seconds:6.2f} {float(plan.bound or 0):8.1f} {gap:>6}  {plan.status}"
            )


if __name__ == "__main__":
    main()
