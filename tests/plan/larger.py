"""Made-up cases of a moderate size, in which much of the work finds no room."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.plan.case import Bottleneck, Case, Work

if TYPE_CHECKING:
    from tests.plan.case import Amount

_SORTS = ("maintain", "improve", "transform")
_OFTEN, _SELDOM = 0.5, 0.15  # chances


def larger(seed: int) -> Case:
    """Make a case up, always the same for a seed: 8 to 25 initiatives in 3 to 8 quarters, all of which have a plan.

    The more initiatives, the fewer quarters: a solver is done with each of them in a moment.
    """
    random = Random(f"larger {seed}")  # noqa: S311  (made-up cases are no secrets)
    quarters = random.randint(3, 8)
    number = random.randint(8, 27 - 2 * quarters)
    years = {year: (random.randint(100, 300), random.choice([None, 250])) for year in (2027, 2028)}
    works = [_work(random, place, quarters) for place in range(number)]
    has_mix = random.random() < _OFTEN and not works[0].must_do
    return Case(
        works=tuple(works),
        quarters=quarters,
        first_month=(2027, 4),
        criteria=((60, 5), (40, 10)),
        bottlenecks=(Bottleneck("team", "quarter", random.randint(5, 9)), Bottleneck("pot", "total", number * 3)),
        envelope=years if random.random() < _OFTEN else {},
        in_parallel=random.randint(3, 5) if random.random() < _OFTEN else None,
        mix={"maintain": (None, 40)} if has_mix else {},
    )


def _work(random: Random, place: int, quarters: int) -> Work:
    takes = random.randint(1, min(3, quarters))
    before = [f"w{other:02}" for other in range(place)]
    used: Amount = tuple(random.randint(0, 4) for _ in range(takes)) if random.random() < _SELDOM else 3 * takes
    return Work(
        id=f"w{place:02}",
        scores=(random.randint(0, 5), random.randint(0, 10)),
        duration=takes * 3,
        uses={"team": used, "pot": random.randint(0, 9)},
        frees={"team": random.randint(1, 2)} if random.random() < _SELDOM else {},
        capital=random.randint(0, 60),
        revenue=random.randint(0, 30),
        recurrent=random.choice([0, 0, 12]),
        depends_on=(random.choice(before),) if before and random.random() < 2 * _SELDOM else (),
        excludes=(random.choice(before),) if before and random.random() < _SELDOM else (),
        not_before=random.choice([None, None, None, 3]),
        must_do=place == 0 and random.random() < _OFTEN,
        portfolio=random.choice(_SORTS),
        effort=random.randint(1, 9),
    )
