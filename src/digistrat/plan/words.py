"""Reasons, limits and times of a plan in sentences, the same in every format for people."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

from digistrat.model.values.date import parse_date
from digistrat.model.values.quantity import sign_of
from digistrat.plan.quarters import quarters_of
from digistrat.wording import counted, in_words, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable

    from digistrat.model.strategy import Strategy
    from digistrat.plan.limits import Limit
    from digistrat.plan.plan import Plan
    from digistrat.plan.reason import Reason

_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_FAR = 25  # per cent: whoever reads `within` expects to be near
_FINEST = Decimal("0.000001")


def enough(amount: Fraction) -> Fraction:
    """Round what is short up to six decimals, so that whoever adds just that has enough."""
    exact = Decimal(amount.numerator) / Decimal(amount.denominator)
    found = exact.quantize(_FINEST, ROUND_CEILING)
    return Fraction(found) if Fraction(found) >= amount else Fraction(found + _FINEST)


def shown(strategy: Strategy, when: str) -> str:
    """Name a period as the strategy's readers do: a calendar quarter as one of the financial year where they use that."""
    if not _QUARTER.fullmatch(when):
        return "all" if when == "total" else when
    year, quarter = (int(part) for part in when.split("-Q"))
    quarters = quarters_of(strategy)
    return quarters.said(quarters.holding(year * 12 + (quarter - 1) * 3))


def when_in_words(strategy: Strategy, when: str) -> str:
    """Say a period: `in FY2027-28-Q2 (July to September 2027)`, `in all`; empty where there is none."""
    if not when or when in {"min", "max"}:
        return ""
    name = shown(strategy, when)
    try:
        return f"in {name if name == 'all' else parse_date(name, strategy.context).in_words}"
    except PydanticCustomError:  # past the end of the calendar
        return f"in {name}"


def title(strategy: Strategy, id: str) -> str:
    """Name an initiative by its title."""
    found = strategy.find("initiatives", id)
    return f'"{found.title}"' if found else repr(id)


def money(strategy: Strategy, amount: Fraction | Decimal) -> str:
    """Write a sum with its currency, rounded up."""
    sign = sign_of(strategy.manifest.currency)
    return f"{sign}{-(-amount // 1):,}"


def amount_of(strategy: Strategy, limit: Limit | Reason, amount: Fraction) -> str:
    """Write an amount in the unit of a limit: `12 weeks of work`, `£40,000`, `3 points`; rounded up."""
    tenths = Fraction(-(-amount * 10 // 1), 10)
    if limit.kind == "money":
        return f"{money(strategy, amount)} of {limit.what}"
    if limit.kind == "mix":
        return f"{rounded(tenths)} per cent of the effort"
    if limit.kind == "at-once":
        return counted(int(tenths), "piece of work", "pieces of work")
    if limit.kind in {"time", "not-before", "length", "late"}:
        return counted(int(tenths), "quarter")
    constraint = strategy.find("constraints", limit.what)
    unit = constraint.capacity.unit if constraint and constraint.capacity else ""
    return f"{rounded(tenths, grouped=True)} {unit or ('unit' if tenths == 1 else 'units')}"


_OBSTACLES = {
    "at-once": "the number of pieces of work at once",
    "time": "the time that is left",
    "dependency": "waiting for work that is not to be done",
    "left-out": "having been asked for without it",
    "needs": "waiting for work that is left out, too",
    "circle": "waiting in a circle",
    "excluded": "work that is done instead",
    "ruled-out": "what the strategy rules out",
    "unscored": "missing scores",
    "no-value": "a score of 0",
    "not-found": "no better plan found",
    "no-plan": "what has to be done, which does not fit",
    "not-asked": "no plan that was asked for",
    "unsized": "missing effort",
}


def obstacle(kind: str, what: str) -> str:
    """Name what keeps work out: a bottleneck by its id, a purse, or what else it is."""
    if kind == "mix":
        return f"the bounds for {what} work"
    return f"{what} money" if kind == "money" else _OBSTACLES.get(kind, what)


def reasons_in_words(strategy: Strategy, reasons: Iterable[Reason]) -> str:
    """Say reasons in one sentence without its full stop, those about one limit together."""
    found: dict[tuple[str, str], list[Reason]] = {}
    for reason in reasons:
        found.setdefault((reason.kind, reason.what), []).append(reason)
    return in_words(_together(strategy, some) for some in found.values())


def _together(strategy: Strategy, reasons: list[Reason]) -> str:
    """Say what is short of one limit, in one period or in several."""
    first = reasons[0]
    if len(reasons) == 1 or first.kind not in {"capacity", "money", "at-once"}:
        return in_words(reason_in_words(strategy, reason) for reason in reasons)
    if first.kind == "at-once":
        return f"too much work would run at once in {in_words(shown(strategy, reason.when) for reason in reasons)}"
    name = "money" if first.kind == "money" else first.what
    short = (
        f"by {amount_of(strategy, one, one.short_by or Fraction(0))} in {shown(strategy, one.when)}" for one in reasons
    )
    return f"{name} is short {in_words(short)}"


def reason_in_words(strategy: Strategy, reason: Reason) -> str:
    """Say a reason in a sentence without its full stop."""
    short = "" if reason.short_by is None else amount_of(strategy, reason, reason.short_by)
    when = when_in_words(strategy, reason.when)
    if reason.kind == "capacity":
        return f"{reason.what} is {short} short {when}"
    if reason.kind == "money":
        return f"{short} is short {when}"
    if reason.kind == "at-once":
        return f"{short} too many would run at once {when}"
    if reason.kind == "mix":
        side = "below its least" if reason.when == "min" else "above its most"
        return f"{reason.what} work would lie {short} {side}"
    return _in_the_way(strategy, reason, short)


def _in_the_way(strategy: Strategy, reason: Reason, short: str) -> str:
    named = title(strategy, reason.what)
    if reason.kind == "time" and reason.what == "quarters":
        return f"the plan is {short} too short for it"
    return {
        "time": f"it would start {short} too late, for it waits for {named}",
        "dependency": f"it waits for {named}, which is not to be done",
        "needs": f"it needs {named}, which is left out, too",
        "circle": f"it waits for {named}, which waits for it, straight or round about",
        "excluded": f"it and {named} exclude each other, and that is in the plan",
        "ruled-out": _ruled_out(strategy, reason),
        "unscored": "not all its scores are known, and what is not known is not zero",
        "no-value": "its score is 0, or less",
        "not-found": "nothing is short, but no better plan was found",
        "no-plan": "what has to be done has to fit first",
        "not-asked": "nothing stands in its way",
        "unsized": "it says no effort, so nobody knows what it does to the mix",
        "late": f"it ends {short} later than the plan says",
        "missing": "it has to be done, and the plan leaves it out",
        "given-up": "it was stopped, put aside or delivered",
        "left-out": "the plan was asked for without it",
        "unreadable": "what its file says of it cannot be read",
        "unknown": "there is no such initiative",
        "undated": "the plan does not say from which quarter to which",
        "not-before": f"it starts {short} before it may",
        "length": f"the plan gives it {short} less than it takes",
    }[reason.kind]


def _ruled_out(strategy: Strategy, reason: Reason) -> str:
    if strategy.find("decisions", reason.what):
        return f"the decision {reason.what!r} rules it out"
    return "the strategy says that it will not be done"


def status_in_words(plan: Plan) -> str:
    """Say how good a plan is known to be; `best possible` only where that is proven."""
    if plan.status == "infeasible":
        return _none_in_words(plan)
    if not plan.problem.work:
        return "There is nothing to plan"
    if plan.status == "optimal":
        return f"The best possible plan, proven {f'by {plan.solver}' if plan.how == 'solver' else 'without a solver'}"
    percent = Fraction(-(-(plan.gap or Fraction(0)) * 1000 // 1), 10)
    how = "filled up with the best first" if plan.how == "greedy" else f"found by {plan.solver}"
    if percent > _FAR:
        return f"A plan {how}. How near it is to the best possible is not known: {rounded(percent)}% may be missing"
    return f"Within {rounded(percent)}% of the best possible, {how}"


def _none_in_words(plan: Plan) -> str:
    """Say that there is no plan, and what is shown instead."""
    certain = "all that has to be done: what is in progress, and what is decided already"
    if plan.problem.conflicts:
        return f"No plan holds {certain}. Some of it cannot be done at all"
    none = f"No plan holds {certain}" if plan.is_proven else f"No plan was found that holds {certain}"
    return f"{none}. This one goes over the limits {'by least' if plan.is_least else 'by little'}"


def value_in_words(plan: Plan) -> str:
    """Say what a plan is worth, and in what that counts."""
    return f"Worth {rounded(plan.value)}: the scores of all it holds, 2% less for each quarter until the work is done"
