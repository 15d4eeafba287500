"""Why not the rest: for each initiative left out what is short, when and by how much, or what stands in its way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from digistrat.plan.filling import Filling
from digistrat.plan.limits import KINDS
from digistrat.plan.reason import Reason
from digistrat.plan.squeeze import tightest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from digistrat.plan.limits import Limit
    from digistrat.plan.plan import Plan
    from digistrat.plan.problem import Problem, Schedule
    from digistrat.plan.reason import Kind
    from digistrat.plan.work import Slot


@dataclass(frozen=True)
class Left:
    """An initiative that the plan leaves out.

    Were there more of what is short, by just so much, it would fit in at `slots`, with all it waits for and beside all
    that the plan holds.
    """

    id: str
    reasons: tuple[Reason, ...]
    slots: Mapping[str, Slot]


class KeptOut(NamedTuple):
    """A limit, or what else stands in the way, and how many initiatives it keeps out; `what` is empty but for limits."""

    kind: str
    what: str
    number: int


def why_not(plan: Plan) -> tuple[Left, ...]:
    """Explain each initiative that could be chosen and is not, in the order of ids."""
    problem = plan.problem
    barred = [Left(id, (reason,), {}) for id, reason in {**problem.barred, **problem.conflicts}.items()]
    filling = Filling(problem, plan.schedule)
    kept: Kind = "no-plan" if plan.status == "infeasible" else "not-asked" if plan.how == "accepted" else "not-found"
    rest = [_left(filling, id, kept) for id in problem.work if id not in plan.schedule]
    return tuple(sorted([*barred, *rest], key=lambda one: one.id))


def kept_out(rest: Iterable[Left]) -> tuple[KeptOut, ...]:
    """Count by limit how many initiatives it keeps out, the most first; one may be kept out by several."""
    times: Counter[tuple[str, str]] = Counter()
    for left in rest:
        times.update({(one.kind, one.what if one.kind in KINDS else "") for one in left.reasons})
    found = (KeptOut(kind, what, number) for (kind, what), number in times.items())
    return tuple(sorted(found, key=lambda one: (-one.number, one.kind, one.what)))


def _left(filling: Filling, id: str, otherwise: Kind) -> Left:
    """Try it in the slot in which least is short, and say what that passes; `otherwise` is why where nothing is."""
    problem, trial = filling.problem, filling.copy()
    reasons: dict[Reason, None] = {}
    package = problem.with_all_before(id, filling.schedule)
    for one in package:
        if one != id:
            reasons[Reason("needs", one)] = None
        for other in problem.work[one].against:
            if other in trial.schedule:
                reasons[Reason("excluded", other)] = None
        place = tightest(trial, one)
        if place is None:
            reasons[_too_late(trial, one)] = None
            return Left(id, tuple(reasons), {})
        trial.put(one, place)
    for reason in _passed(filling, trial):
        reasons[reason] = None
    if not any(reason.kind != "needs" for reason in reasons):
        score = problem.work[id].score
        is_worthless = score is not None and score <= 0
        reasons[Reason("no-value" if is_worthless else otherwise, id)] = None
    return Left(id, tuple(reasons), {one: problem.options[one][trial.schedule[one]].slot for one in package})


def _too_late(filling: Filling, id: str) -> Reason:
    """Say how many quarters are short between the end of what it waits for and its last chance to start."""
    problem = filling.problem
    slot = problem.options[id][-1].slot
    short = filling.earliest(id) - slot.start
    last = max(
        (other for other in problem.work[id].after if other in filling.schedule),
        key=lambda other: problem.options[other][filling.schedule[other]].slot.finish,
    )
    return Reason("time", last, problem.quarters.name(slot.start), Fraction(short))


def passed(problem: Problem, schedule: Schedule) -> tuple[tuple[Limit, Fraction], ...]:
    """Give the limits that a schedule goes over, each with what would have to be added to it."""
    after = Filling(problem, schedule)
    found = (limit for limit, left in enumerate(after.left) if left < 0)
    return tuple((problem.limits[limit], _short(after, limit)) for limit in found)


def _passed(before: Filling, after: Filling) -> Iterable[Reason]:
    """Give the limits that are passed and were used more, with what would have to be added for all to fit."""
    for limit, left in enumerate(after.left):
        if left < 0 and left < before.left[limit]:
            yield reason_of(after.problem.limits[limit], _short(after, limit))


def reason_of(limit: Limit, short: Fraction) -> Reason:
    """Say that so much of a limit is short."""
    return Reason(limit.kind, limit.what, limit.when, short)


def _short(filling: Filling, limit: int) -> Fraction:
    missing = filling.problem.there[limit] - filling.problem.room[limit]  # what delivered work took too much
    short = filling.problem.amount(limit, missing - filling.left[limit])
    if filling.problem.limits[limit].kind == "mix":  # effort times points of per cent: shared out over all effort
        short /= _effort(filling)
    return short


def _effort(filling: Filling) -> Fraction:
    work = (filling.problem.work[id].initiative.effort for id in filling.schedule)
    return sum((Fraction(one) for one in work if one), Fraction(0)) or Fraction(1)
