"""Made-up small cases for the planner: each turns on one feature of the format, and others now and then."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from tests.plan.case import Bottleneck, Case, Decision, Work

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.plan.case import Amount

FEATURES = (
    "quarter", "year", "total", "frees", "money", "by_year", "recurrent", "parallel", "depends_on", "excludes", "mix",
    "must_do", "in-progress", "over", "decided", "rules_out", "left_out", "not_before", "choice", "unscored",
)  # fmt: skip
_SHOWN_BY = {"frees": "quarter", "over": "depends_on", "unscored": "depends_on", "in-progress": "depends_on"}
_SORTS = ("maintain", "improve", "transform")
_APRIL = 4
_RARELY, _SELDOM, _OFTEN, _MOSTLY = 0.2, 0.3, 0.5, 0.75  # chances
_BEFORE = 2  # quarters before the plan in which something may have begun


def made_up(seed: int) -> Case:
    """Make a case up, always the same for a seed: up to six initiatives in up to four quarters."""
    random = Random(seed)  # noqa: S311  (made-up cases are no secrets)
    feature = FEATURES[seed % len(FEATURES)]
    also = [one for one in FEATURES if random.random() < _SELDOM]
    on = {feature, _SHOWN_BY.get(feature, feature), *also}
    case = Case(
        works=(),
        quarters=random.choice([1, 2, 3, 3, 4, 4]),
        criteria=random.choice([((100, 5),), ((60, 5), (40, 10)), ((50, 5), (30, 4), (20, 3))]),
        first_month=random.choice([(2026, 10), (2027, 1), (2027, 4), (2027, 7)]),
        year_starts=random.choice([4, 4, 7, 10]),
        in_parallel=random.choice([1, 2, 2, 3]) if "parallel" in on else None,
        mix=_mix(random) if "mix" in on else {},
    )
    case = replace(case, year_starts_on=random.choice([1, 1, 1, 6]) if case.year_starts == _APRIL else 1)
    case = replace(case, bottlenecks=tuple(_bottlenecks(random, case, on)), envelope=_envelope(random, case, on))
    works = [_work(random, case, on, f"w{place}") for place in range(random.randint(4, 6))]
    works = [_settled(random, case, on, work) for work in _joined(random, on, works)]
    return _ruled(random, on, replace(case, works=tuple(works)))


def _mix(random: Random) -> dict[str, tuple[int | None, int | None]]:
    bounds = [(20, None), (None, 60), (30, 70), (None, 0), (10, 50)]
    return {sort: random.choice(bounds) for sort in random.sample([*_SORTS, "experiment"], random.randint(1, 2))}


def _bottlenecks(random: Random, case: Case, on: set[str]) -> Iterator[Bottleneck]:
    quarters = list(range(case.quarters))
    years = list(dict.fromkeys(case.year_of(quarter * 3) for quarter in quarters))
    for per, periods, most in (("quarter", quarters, 8), ("year", years, 16), ("total", [0], 20)):
        if per not in on and not (per == "total" and "frees" in on and not {"quarter", "year"} & on):
            continue
        if per != "total" and random.random() < _OFTEN:
            named = sorted(random.sample(periods, random.randint(1, len(periods))))
            yield Bottleneck(f"a-{per}", per, {period: random.randint(0, most) for period in named})
        else:
            yield Bottleneck(f"a-{per}", per, random.randint(2, most))


def _envelope(random: Random, case: Case, on: set[str]) -> dict[int, tuple[int | None, int | None]]:
    if not on & {"money", "recurrent", "by_year"}:
        return {}
    years = range(case.year_of(0), case.year_of(case.quarters * 3) + 1)
    limited = [year for year in years if random.random() < _MOSTLY] or [years[0]]
    return {year: (random.choice([None, 40, 80, 150]), random.choice([None, 40, 80, 150])) for year in limited}


def _work(random: Random, case: Case, on: set[str], id: str) -> Work:
    quarters = min(random.choice([1, 1, 2, 2, 3]), case.quarters)
    is_list = quarters > 1 and random.random() < _OFTEN
    used = [one.id for one in case.bottlenecks if random.random() < _MOSTLY]
    has_duration = not (is_list and used) or random.random() < _OFTEN
    work = Work(
        id=id,
        scores=tuple(_points(random, on, most) for _, most in case.criteria),
        status=random.choice([None, None, "idea", "proposed"]),
        choice=random.choice([None, "will", "will", "later", "will-not"]) if "choice" in on else None,
        duration=quarters * 3 - random.choice([0, 0, 1, 2]) if has_duration else None,
        not_before=random.choice([None, 1, 3, 5, 6]) if "not_before" in on else None,
        uses={bottleneck: _amount(random, quarters, is_list=is_list) for bottleneck in used},
        effort=random.randint(1, 9),
        portfolio=random.choice(_SORTS),
        is_experiment=random.random() < _SELDOM,
    )
    return _costed(random, case, on, work)


def _points(random: Random, on: set[str], most: int) -> int | None:
    return None if "unscored" in on and random.random() < _RARELY else random.randint(0, most)


def _amount(random: Random, quarters: int, *, is_list: bool) -> Amount:
    return tuple(random.randint(0, 6) for _ in range(quarters)) if is_list else random.randint(0, 6 * quarters)


def _costed(random: Random, case: Case, on: set[str], work: Work) -> Work:
    if "frees" in on and work.duration and random.random() < _MOSTLY:
        amounts: list[Amount] = [random.randint(1, 6), (random.randint(1, 6), random.randint(0, 6))]
        work = replace(work, frees={random.choice(case.bottlenecks).id: random.choice(amounts)})
    if "recurrent" in on:
        work = replace(work, recurrent=random.choice([0, 12, 100]))
    if "by_year" in on and random.random() < _OFTEN:
        sums = random.randint(0, 60), random.randint(0, 60)
        return replace(work, by_year={random.choice(list(case.envelope)): sums})
    if on & {"money", "recurrent"}:
        return replace(work, capital=random.choice([0, 25, 50, 70]), revenue=random.choice([0, 20, 35, 80]))
    return work


def _joined(random: Random, on: set[str], works: list[Work]) -> Iterator[Work]:
    """Let some wait for others, and some exclude others; seldom so that they could stand in a circle."""
    for place, work in enumerate(works):
        before = works if random.random() < _RARELY / 2 else works[:place]
        others = [one.id for one in before if one is not work]
        waits = others and "depends_on" in on and random.random() < _OFTEN
        excludes = others and "excludes" in on and random.random() < _SELDOM
        yield replace(
            work,
            depends_on=tuple(random.sample(others, min(len(others), random.choice([1, 1, 2])))) if waits else (),
            excludes=(random.choice(others),) if excludes else (),
        )


def _settled(random: Random, case: Case, on: set[str], work: Work) -> Work:
    """Let work be begun, over or ordered, or leave it to the planner."""
    ways = [way for way in ("in-progress", "over", "must_do") if way in on and random.random() < _RARELY]
    match random.choice(ways) if ways else None:
        case "in-progress":
            start = random.randint(-_BEFORE, 0)
            begun = replace(work, status="in-progress", choice=None, not_before=None, start=start)
            if random.random() < _OFTEN:
                return begun
            return replace(begun, finish=start + work.quarters - 1, duration=None)
        case "over":
            return replace(work, status=random.choice(["delivered", "delivered", "stopped"]))
        case "must_do":
            ordered = replace(work, must_do=True, choice=None)
            start = random.randint(0, case.quarters - 1)
            return replace(ordered, start=start, not_before=None) if random.random() < _OFTEN else ordered
        case _:
            return work


def _ruled(random: Random, on: set[str], case: Case) -> Case:
    """Let decisions settle or rule out some of the work, and the mission and the manifest leave some out."""
    decisions = []
    if "decided" in on:
        named = random.choice(case.works)
        works = [replace(one, choice=None) if one is named else one for one in case.works]
        case = replace(case, works=tuple(works))
        kind, is_made = random.choice(["funding", "policy", "stop"]), random.random() < _MOSTLY
        decisions.append(Decision(initiatives=(named.id,), kind=kind, is_made=is_made))
    ids = [work.id for work in case.works]
    if "rules_out" in on:
        can_change = random.random() < _SELDOM
        decisions.append(Decision(rules_out=(random.choice(ids),), kind="contract", can_change=can_change))
    left_out = random.sample(ids, 2) if "left_out" in on else []
    return replace(case, decisions=tuple(decisions), will_not=tuple(left_out[:1]), out_of_scope=tuple(left_out[1:]))
