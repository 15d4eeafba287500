"""The best plan of a small case, found by trying every plan there is: what the planner is held against.

It takes nothing from the planner and nothing from the model, and counts in fractions throughout.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tests.plan.case import Amount, Bottleneck, Case, Work

Plan = dict[str, int]  # what is in it, and the quarter in which each starts
Claim = tuple[str, str, int]  # of what, of which bottleneck, in which quarter or year

_LEFT = 98  # per cent of a score are left for each quarter that it is waited for


def best(case: Case) -> Fraction | None:
    """Give the value of the best plan; None where no plan holds all that is certain."""
    worth = {(work.id, start): value(case, {work.id: start}) for work in case.works for start in _dated(case, work)}
    plans = sorted(every_plan(case), key=lambda plan: -sum(worth[one] for one in plan.items()))
    found = next((plan for plan in plans if not any(broken(case, plan))), None)
    return None if found is None else value(case, found)


def _dated(case: Case, work: Work) -> list[int]:
    return [start for start in options(case, work) if start is not None]


def every_plan(case: Case) -> Iterator[Plan]:
    """Give every set of what may be done with every start that each may have, whether or not they fit together."""
    for starts in product(*(options(case, work) for work in case.works)):
        yield {work.id: start for work, start in zip(case.works, starts, strict=True) if start is not None}


def options(case: Case, work: Work) -> list[int | None]:
    """Give the quarters in which a piece of work may start, as far as it alone is concerned; None for not at all."""
    if is_certain(case, work):
        return [*_free_starts(case, work)] if work.start is None else [work.start]
    return [None, *_free_starts(case, work)] if may_choose(case, work) else [None]


def _free_starts(case: Case, work: Work) -> Iterator[int]:
    return (start for start in range(case.quarters - work.quarters + 1) if start * 3 >= (work.not_before or 0))


def is_certain(case: Case, work: Work) -> bool:
    """Tell whether it is in every plan: in progress, or decided already."""
    named = any(work.id in one.initiatives and one.kind != "stop" and one.is_made for one in case.decisions)
    return work.status not in {"delivered", "stopped"} and (work.status == "in-progress" or work.must_do or named)


def may_choose(case: Case, work: Work) -> bool:
    """Tell whether a plan may hold it though it need not."""
    banned = {id for one in case.decisions if not one.can_change for id in one.rules_out}
    is_left_out = work.id in banned | set(case.will_not) | set(case.out_of_scope)
    is_put_aside = work.choice in {"will-not", "later"} or work.status in {"delivered", "stopped"}
    return None not in work.scores and not is_left_out and not is_put_aside


def score(case: Case, work: Work) -> Fraction:
    """Give the weighted score, from 0 to 100; nothing where a criterion is not scored."""
    if None in work.scores:
        return Fraction()
    pairs = zip(case.criteria, work.scores, strict=True)
    return sum((Fraction(weight * (points or 0), most) for (weight, most), points in pairs), Fraction())


def _left(finish: int) -> Fraction:
    return Fraction(_LEFT, 100) ** max(finish, 0)


def value(case: Case, plan: Plan) -> Fraction:
    """Give what a plan is worth: each score, less for each quarter before it is there."""
    works = {work.id: work for work in case.works}
    return sum((score(case, works[id]) * _left(start + works[id].quarters) for id, start in plan.items()), Fraction())


def broken(case: Case, plan: Plan) -> Iterator[str]:
    """Say which limits a plan breaks, if it holds nothing that options does not give; nothing where it keeps them all."""
    works = [work for work in case.works if work.id in plan]
    for work in works:
        if work.status != "in-progress":
            yield from (
                f"{work.id} waits for {id}" for id in work.depends_on if not _is_done(case, plan, id, plan[work.id])
            )
        yield from (f"{work.id} excludes {id}" for id in work.excludes if id in plan)
    yield from _broken_mix(case, works)
    claimed: defaultdict[Claim, Fraction] = defaultdict(Fraction)
    took = taken(case)
    for work in works:
        for claim, amount in claims(case, work, plan[work.id]):
            claimed[claim] += amount
    for claim, amount in claimed.items():
        limit = limit_of(case, claim)
        if limit is not None and amount > max(Fraction(0), limit - took[claim]):
            yield f"{claim}: {amount} of {limit} less {took[claim]}"


def _is_done(case: Case, plan: Plan, id: str, before: int) -> bool:
    work = next(one for one in case.works if one.id == id)
    return work.status == "delivered" or (id in plan and plan[id] + work.quarters <= before)


def _broken_mix(case: Case, works: Iterable[Work]) -> Iterator[str]:
    efforts: Counter[str] = Counter()
    for work in works:
        efforts.update(dict.fromkeys(("", *work.sorts), work.effort or 0))
    for sort, (least, most) in case.mix.items():
        share = efforts[sort] * 100
        if (least is not None and share < least * efforts[""]) or (most is not None and share > most * efforts[""]):
            yield f"{sort}: {efforts[sort]} of {efforts['']}"


def claims(case: Case, work: Work, start: int) -> Iterator[tuple[Claim, Fraction]]:
    """Give what a piece of work takes, and when; less than nothing for what it frees."""
    end = start + work.quarters
    for quarter in range(max(start, 0), min(end, case.quarters)):
        yield ("parallel", "", quarter), Fraction(1)
    for bottleneck in case.bottlenecks:
        for quarter, amount in _used(work, bottleneck.id, start):
            yield _place(case, bottleneck, quarter), amount
        for quarter, amount in _freed(case, work, bottleneck, end):
            yield _place(case, bottleneck, quarter), -amount
    yield from _money(case, work, start)


def taken(case: Case) -> Mapping[Claim, Fraction]:
    """Add up what delivered work took, as far as that can be told where nobody says when it ran."""
    found: defaultdict[Claim, Fraction] = defaultdict(Fraction)
    for work in case.works:
        if work.status == "delivered":
            for bottleneck in case.bottlenecks:
                if bottleneck.per == "total":
                    found["total", bottleneck.id, 0] += _all(work.uses, bottleneck) - _all(work.frees, bottleneck)
            for year, sums in work.by_year.items():
                for purse, amount in zip(("capital", "revenue"), sums, strict=True):
                    found[purse, "", year] += amount
    return found


def _all(amounts: Mapping[str, Amount], bottleneck: Bottleneck) -> int:
    amount = amounts.get(bottleneck.id, 0)
    return amount if isinstance(amount, int) else sum(amount)


def _place(case: Case, bottleneck: Bottleneck, quarter: int) -> Claim:
    periods = {"quarter": quarter, "year": case.year_of(quarter * 3), "total": 0}
    return bottleneck.per, bottleneck.id, periods[bottleneck.per]


def _used(work: Work, bottleneck: str, start: int) -> Iterator[tuple[int, Fraction]]:
    used = work.uses.get(bottleneck, 0)
    each = [Fraction(used, work.quarters)] * work.quarters if isinstance(used, int) else map(Fraction, used)
    return enumerate(each, start)


def _freed(case: Case, work: Work, bottleneck: Bottleneck, end: int) -> Iterator[tuple[int, Fraction]]:
    """Give what is freed, by quarter: a list as it is written, a number once in each period that begins later."""
    freed = work.frees.get(bottleneck.id, 0)
    if not isinstance(freed, int):
        yield from enumerate(map(Fraction, freed), end)
    elif bottleneck.per == "total":
        yield end, Fraction(freed)
    else:
        for quarter in range(end, case.quarters):
            if bottleneck.per == "quarter" or case.year_of(quarter * 3) != case.year_of(quarter * 3 - 1):
                yield quarter, Fraction(freed)


def _money(case: Case, work: Work, start: int) -> Iterator[tuple[Claim, Fraction]]:
    months = range(start * 3, (start + work.quarters) * 3)
    if work.by_year:
        for year, (capital, revenue) in work.by_year.items():
            yield ("capital", "", year), Fraction(capital)
            yield ("revenue", "", year), Fraction(revenue)
    else:
        for month in months:
            yield ("capital", "", case.year_of(month)), Fraction(work.capital, len(months))
            yield ("revenue", "", case.year_of(month)), Fraction(work.revenue, len(months))
    last = max(case.envelope, default=case.first_month[0] - 1)
    month = months.stop
    while work.recurrent and case.year_of(month) <= last:
        yield ("revenue", "", case.year_of(month)), Fraction(work.recurrent, 12)
        month += 1


def limit_of(case: Case, claim: Claim) -> int | None:
    """Give how much there is of what is claimed; None where there is no limit."""
    kind, id, place = claim
    if kind == "parallel":
        return case.in_parallel
    if kind in {"capital", "revenue"}:
        return case.envelope.get(place, (None, None))[kind == "revenue"]
    if (kind == "quarter" and place < 0) or (kind == "year" and place < case.year_of(0)):
        return None  # it is over when the plan begins
    available = next(one.available for one in case.bottlenecks if one.id == id)
    return available if isinstance(available, int) else available.get(place)
