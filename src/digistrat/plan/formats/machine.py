"""The plan as JSON, version 1."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from digistrat.figures.spending import PURSES
from digistrat.model.values.number import plain
from digistrat.plan.solver import SEED
from digistrat.plan.sureness import as_data
from digistrat.plan.why import passed
from digistrat.plan.words import enough
from digistrat.plan.work import is_certain
from digistrat.wording import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.strategy import Strategy
    from digistrat.plan.overrun import Overrun
    from digistrat.plan.plan import Plan
    from digistrat.plan.reason import Reason
    from digistrat.plan.report import Report
    from digistrat.plan.what_if import WhatIf
    from digistrat.plan.why import Left


def write(report: Report) -> str:
    """Write the plan; `value` and `bound` are scores, discounted for the time until the work is finished."""
    return clean(json.dumps(data_of(report), ensure_ascii=False, indent=2)) + "\n"


def data_of(report: Report) -> dict[str, Any]:
    """Give the plan as plain data; amounts in the units of the files, what is short rounded up."""
    plan = report.plan
    return {
        "version": 1,
        "as_of": report.strategy.as_of.isoformat(),
        "status": plan.status,
        "value": plain(plan.value),
        "bound": _known(plan.bound),
        "gap": _known(plan.gap),
        "solver": plan.solver,
        "seed": SEED,
        "in_time": plan.in_time,
        "quarters": [plan.problem.quarters.name(number) for number in range(plan.problem.quarters.number)],
        "chosen": chosen(report.strategy, plan),
        "not_now": [_left(report, left) for left in report.rest],
        "kept_out_by": [one._asdict() for one in report.kept_out],
        "load": list(_load(report)),
        "money": list(_money(report)),
        "overload": list(_overload(plan)),
        "notes": list(report.notes),
        "what_if": _what_if(report.strategy, report.asked) if report.asked else None,
        "overrun": _overrun(report.strategy, report.overrun) if report.overrun else None,
        "robustness": as_data(report.strategy, report.robustness) if report.robustness else None,
    }


def chosen(strategy: Strategy, plan: Plan) -> list[dict[str, Any]]:
    """Give what is done, with the first and the last quarter of its work, and whether it is in every plan."""
    name = plan.problem.quarters.name
    return [
        {
            "id": one.id,
            "start": name(one.slot.start),
            "finish": name(one.slot.finish - 1),
            "score": _known(plan.problem.work[one.id].score),
            "certain": is_certain(strategy, strategy.initiatives[one.id]),
        }
        for one in plan.chosen
    ]


def _left(report: Report, left: Left) -> dict[str, Any]:
    cost = report.costs.get(left.id)
    is_known = cost is not None and cost.is_possible
    return {
        "id": left.id,
        "reasons": [_reason(one) for one in left.reasons],
        "would_cost": plain(cost.costs) if cost and is_known else None,
        "would_displace": list(cost.displaces) if cost and is_known else [],
        "possible": None if cost is None else is_known,
    }


def _load(report: Report) -> Iterator[dict[str, Any]]:
    quarters = report.plan.problem.quarters
    for bottleneck in report.load:
        for load in bottleneck.loads:
            if quarters.concerns(load.period.span, is_over=True):
                yield {
                    "constraint": bottleneck.constraint.id,
                    "period": quarters.called(load.period),
                    "used": plain(load.used),
                    "available": _known(load.available),
                }


def _money(report: Report) -> Iterator[dict[str, Any]]:
    for year in report.spending.years:
        for purse in PURSES:
            one = getattr(year, purse)
            limit = None if one.limit is None else Fraction(one.limit)
            yield {"purse": purse, "year": str(year.year), "used": plain(one.spent), "available": _known(limit)}


def _overload(plan: Plan) -> Iterator[dict[str, Any]]:
    """Give the limits that are passed; of a mix, used and available are shares of effort in per cent."""
    for limit, short in passed(plan.problem, plan.schedule):
        over = enough(short)
        yield {
            "kind": limit.kind,
            "constraint": limit.what,
            "period": limit.when,
            "used": plain(limit.stated - over if limit.when == "min" else limit.stated + over),
            "available": plain(limit.stated),
            "over": plain(over),
        }


def _what_if(strategy: Strategy, one: WhatIf) -> dict[str, Any]:
    name = one.plan.problem.quarters.name
    return {
        "with": list(one.forced),
        "without": list(one.without),
        "status": one.plan.status,
        "value": plain(one.plan.value),
        "costs": plain(one.costs) if one.is_possible else None,
        "displaces": list(one.displaces),
        "brings": list(one.brings),
        "moves": [{"id": id, "from": name(before.start), "to": name(after.start)} for id, before, after in one.moves],
        "frees": [
            {"kind": limit.kind, "what": limit.what, "when": limit.when, "amount": plain(amount)}
            for limit, amount in one.frees
        ],
        "chosen": chosen(strategy, one.plan),
        "overload": list(_overload(one.plan)),
    }


def _overrun(strategy: Strategy, one: Overrun) -> dict[str, Any]:
    return {
        "percent": plain(one.percent),
        "fits": one.fits,
        "short": [_reason(reason) for reason in one.short],
        "status": one.plan.status,
        "value": plain(one.plan.value),
        "chosen": chosen(strategy, one.plan),
    }


def _reason(one: Reason) -> dict[str, Any]:
    short = None if one.short_by is None else plain(enough(one.short_by))
    return {"kind": one.kind, "what": one.what, "when": one.when or None, "short_by": short}


def _known(number: Fraction | None) -> int | float | None:
    return None if number is None else plain(number)
