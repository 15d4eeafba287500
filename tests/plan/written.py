"""The files in which somebody would have written a case down."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.plan.case import Amount, Bottleneck, Case, Decision, Work


def write(case: Case) -> dict[str, str]:
    """Give a case as the files of a strategy; dates within a quarter are written in one way or another."""
    return {
        "strategy.yaml": _lines(_manifest(case)),
        "mission.yaml": _lines({"mission": "Nobody waits for care", "will_not": _left_out(case.will_not)}),
        "scoring.yaml": _lines(_scoring(case)),
        "initiatives.yaml": _list(_initiative(case, work) for work in case.works),
        "constraints.yaml": _list(_constraint(case, one) for one in case.bottlenecks),
        "decisions.yaml": _list(starmap(_decision, enumerate(case.decisions))),
    }


def _manifest(case: Case) -> dict[str, Any]:
    return {
        "format": 1,
        "title": "A case for the planner",
        "organisation": {"name": "Example Trust"},
        "period": {"from": "2026-04", "to": "2036-03"},
        "owner": "Trust board",
        "financial_year_starts": f"{case.year_starts:02}-{case.year_starts_on:02}",
        "limits": {"in_parallel": case.in_parallel},
        "out_of_scope": _left_out(case.out_of_scope),
        "envelope": [
            {"year": _year(year), "capital": capital, "revenue": revenue}
            for year, (capital, revenue) in case.envelope.items()
        ],
    }


def _left_out(ids: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"what": f"Anything like {id}", "initiatives": id} for id in ids]


def _scoring(case: Case) -> dict[str, Any]:
    year, month = case.first_month
    return {
        "method": "weighted",
        "criteria": [{"id": f"c{n}", "weight": weight, "max": most} for n, (weight, most) in enumerate(case.criteria)],
        "mix": {sort: {"min": least, "max": most} for sort, (least, most) in case.mix.items()},
        "plan": {"from": f"{year}-{month + case.quarters % 3:02}", "quarters": case.quarters},
    }


def _initiative(case: Case, work: Work) -> dict[str, Any]:
    years = {_year(year): {"capital": capital, "revenue": revenue} for year, (capital, revenue) in work.by_year.items()}
    return {
        "id": work.id,
        "title": f"Work on {work.id}",
        "status": work.status,
        "choice": work.choice,
        "must_do": work.must_do or None,
        "scores": {f"c{n}": points for n, points in enumerate(work.scores)},
        "start": None if work.start is None else _quarter(case, work.start, first=True),
        "finish": None if work.finish is None else _quarter(case, work.finish, first=False),
        "duration": None if work.duration is None else _duration(work.duration),
        "not_before": None if work.not_before is None else _month(case, work.not_before),
        "uses": _amounts(work.uses),
        "frees": _amounts(work.frees),
        "cost": {
            "capital": work.capital or None,
            "revenue": work.revenue or None,
            "recurrent": work.recurrent or None,
            "by_year": years,
        },
        "depends_on": list(work.depends_on),
        "excludes": list(work.excludes),
        "portfolio": work.portfolio,
        "certainty": "experiment" if work.is_experiment else "core",
        "effort": work.effort,
    }


def _constraint(case: Case, one: Bottleneck) -> dict[str, Any]:
    available: Any = one.available
    if not isinstance(available, int):
        names = {period: _year(period) if one.per == "year" else _quarter_name(case, period) for period in available}
        available = {names[period]: amount for period, amount in available.items()}
    return {"id": one.id, "statement": "There is little of it", "capacity": {"per": one.per, "available": available}}


def _decision(place: int, one: Decision) -> dict[str, Any]:
    return {
        "id": f"decision-{place}",
        "title": "It was decided",
        "kind": one.kind,
        "made": "2026-03" if one.is_made else "2027-09",
        "can_change": None if one.can_change else False,
        "initiatives": list(one.initiatives),
        "rules_out": list(one.rules_out),
    }


def _amounts(amounts: Mapping[str, Amount]) -> dict[str, Any]:
    return {id: list(amount) if isinstance(amount, tuple) else amount for id, amount in amounts.items()}


def _year(year: int) -> str:
    return f"FY{year}-{(year + 1) % 100:02}"


def _month(case: Case, month: int) -> str:
    year, number = divmod(case.first_month[0] * 12 + case.first_month[1] - 1 + month, 12)
    return f"{year}-{number + 1:02}"


def _quarter_name(case: Case, quarter: int) -> str:
    year, month = _month(case, quarter * 3).split("-")
    return f"{year}-Q{(int(month) + 2) // 3}"


def _quarter(case: Case, quarter: int, *, first: bool) -> str:
    """Name a quarter, or a day or month in it that can only mean that one."""
    forms = (
        _quarter_name(case, quarter),
        _month(case, quarter * 3 + (0 if first else 2)),
        f"{_month(case, quarter * 3 + 1)}-15",
    )
    return forms[quarter % len(forms)]


def _duration(months: int) -> str:
    number, unit = (
        (months // 12, "year")
        if months % 12 == 0
        else (months // 3, "quarter")
        if months % 3 == 0
        else (months, "month")
    )
    return f"{number} {unit}{'s' if number > 1 else ''}"


def _list(records: Any) -> str:
    return "".join(f"- {_flow(record)}\n" for record in records)


def _lines(record: dict[str, Any]) -> str:
    return "".join(f"{key}: {_flow(one)}\n" for key, one in record.items() if not _is_nothing(one))


def _is_nothing(one: Any) -> bool:
    return one is None or one in ({}, []) or (isinstance(one, dict) and all(map(_is_nothing, one.values())))


def _flow(one: Any) -> str:
    """Write what YAML calls a flow, without what is not known."""
    match one:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in one.items() if not _is_nothing(part)) + "}"
        case list():
            return "[" + ", ".join(map(_flow, one)) + "]"
        case bool():
            return str(one).lower()
        case _:
            return str(one)
