"""The plan that was accepted: what is done when, what is left out of it and why, and what of it no longer holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from digistrat.plan.sentences import because, broken
from digistrat.plan.writing import OURS
from digistrat.publish.withheld import unwanted
from digistrat.wording import one_line

if TYPE_CHECKING:
    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.manifest import Approval
    from digistrat.model.kinds.plan import Chosen
    from digistrat.model.strategy import Strategy
    from digistrat.plan.report import Report
    from digistrat.plan.why import Left
    from digistrat.publish.words import Words

_NOTHING_SHORT = frozenset({"not-found", "no-plan", "not-asked"})  # what a search says where no limit stands in the way
_OF_LIMITS = frozenset({"capacity", "money", "ruled-out"})  # what the page of limits says, and stays away with it


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that is not in the plan: why, as plan.yaml says it, and what is short today; both may be empty."""

    initiative: Initiative
    reason: str
    today: str


@dataclass(frozen=True, slots=True)
class Broken:
    """What of the plan no longer holds, in sentences without their full stops; `is_all` where none is kept back."""

    sentences: tuple[str, ...]
    is_all: bool


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan that was accepted, with the work in the order of its start."""

    accepted: Approval | None
    chosen: tuple[tuple[Chosen, Initiative], ...]
    not_now: tuple[LeftOut, ...]  # in the order of the plan, then, by id, what it does not even name
    broken: Broken | None  # None where all of it still holds


def build(answers: Answers, words: Words) -> PlanView | None:
    """Give the accepted plan; None where there is none. Lines about initiatives that nobody knows are left out."""
    strategy, plan, report = answers.strategy, answers.strategy.plan, answers.accepted_plan
    if plan is None or report is None:
        return None
    chosen = [(one, work) for one in plan.chosen for work in strategy.find_all("initiatives", [one.initiative or ""])]
    chosen.sort(key=lambda line: tuple(when.first if when else date.max for when in (line[0].start, line[0].finish)))
    written = [(one, work) for one in plan.not_now for work in strategy.find_all("initiatives", [one.initiative or ""])]
    if not (plan.accepted or chosen or written):
        return None
    left = {one.id: one for one in report.rest}
    named = [_left_out(report, words, work, one.reason or "", left.get(work.id)) for one, work in written]
    gone = {work.id for _, work in (*chosen, *written)}
    rest = [
        _left_out(report, words, strategy.initiatives[id], "", left[id]) for id in left if chosen and id not in gone
    ]
    return PlanView(plan.accepted, tuple(chosen), (*named, *rest), _broken(answers))


def _left_out(report: Report, words: Words, initiative: Initiative, reason: str, left: Left | None) -> LeftOut:
    """Say why it is left out: in people's own words, and as things stand today, but never twice the same.

    A reason of a plan's own is of its day; it gives way to today's where that differs.
    """
    if left is None or _hides_limits(report.strategy):
        return LeftOut(initiative, reason, "")
    today, ours = because(report, left), OURS.match(reason)
    if ours and one_line(reason[ours.end() :]) == one_line(today):
        return LeftOut(initiative, reason, "")
    if all(one.kind in _NOTHING_SHORT for one in left.reasons):
        today = words["choices"]["nothing_short"]
    return LeftOut(initiative, "" if ours else reason, today)


def _broken(answers: Answers) -> Broken | None:
    """Say what no longer holds, but for what limits us where that is left out of the pages."""
    strategy, accepted = answers.strategy, answers.accepted
    if accepted is None or accepted.holds:
        return None
    hidden = _OF_LIMITS if _hides_limits(strategy) else frozenset()
    told = tuple(one for one in accepted.broken if one.reason.kind not in hidden)
    return Broken(tuple(broken(strategy, replace(accepted, broken=told))), len(told) == len(accepted.broken))


def _hides_limits(strategy: Strategy) -> bool:
    return "limits" in unwanted(strategy)
