"""The plan that was accepted: what is done when, what is left out of it, and what stands in the way of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.plan.why import why_not
from digistrat.plan.words import reasons_in_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.manifest import Approval
    from digistrat.model.kinds.plan import Chosen
    from digistrat.plan.why import Left
    from digistrat.publish.words import Words

_NOTHING_SHORT = frozenset({"not-found", "no-plan"})  # what a search says where no limit stands in the way


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An initiative that is not in the plan: why, as people wrote it, and what is short today; both may be empty."""

    initiative: Initiative
    reason: str
    today: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan that was accepted, with the work in the order of its start."""

    accepted: Approval | None
    chosen: tuple[tuple[Chosen, Initiative], ...]
    not_now: tuple[LeftOut, ...]  # in the order of the plan, then, by id, what it does not even name


def build(answers: Answers, words: Words) -> PlanView | None:
    """Give the accepted plan; None where there is none. Lines about initiatives that nobody knows are left out."""
    strategy, plan = answers.strategy, answers.strategy.plan
    if plan is None:
        return None
    chosen = [(one, work) for one in plan.chosen for work in strategy.find_all("initiatives", [one.initiative or ""])]
    chosen.sort(key=lambda line: tuple(when.first if when else date.max for when in (line[0].start, line[0].finish)))
    written = [(one, work) for one in plan.not_now for work in strategy.find_all("initiatives", [one.initiative or ""])]
    if not (plan.accepted or chosen or written):
        return None
    today = _today(answers, words)
    left = [LeftOut(work, one.reason or "", today.pop(work.id, "")) for one, work in written]
    rest = [LeftOut(strategy.initiatives[id], "", said) for id, said in today.items()]
    return PlanView(plan.accepted, tuple(chosen), (*left, *rest) if chosen else tuple(left))


def _today(answers: Answers, words: Words) -> dict[str, str]:
    """Say of what could be chosen and is not in the plan what keeps it out of it as things stand, by id."""
    accepted = answers.accepted
    found: Mapping[str, Left] = {one.id: one for one in why_not(accepted.plan)} if accepted else {}
    return {id: _obstacle(answers, words, left) for id, left in found.items()}


def _obstacle(answers: Answers, words: Words, left: Left) -> str:
    if all(reason.kind in _NOTHING_SHORT for reason in left.reasons):
        return str(words["choices"]["nothing_short"])
    return reasons_in_words(answers.strategy, left.reasons)
