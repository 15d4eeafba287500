"""Choices: how initiatives were compared, which come first, what is not being done, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.publish.amounts import money
from digistrat.publish.page import Page
from digistrat.publish.words import fill
from digistrat.score.formats.words import note, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.manifest import Approval
    from digistrat.model.kinds.plan import Chosen, NotNow
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.date import Date
    from digistrat.publish.words import Words
    from digistrat.score.ranking import Entry


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the ranking, in words."""

    entry: Entry
    place: str
    note: str
    parts: tuple[object, ...]  # one a criterion: a number, or None


@dataclass(frozen=True, slots=True)
class No:
    """Something that is not being done; `initiative` where it was one."""

    what: str
    why: str
    asked_by: str
    revisit: Date | None = None
    initiative: Initiative | None = None
    later: bool = False


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """An initiative with what it costs, in words, and how it hangs together with others."""

    initiative: Initiative
    cost: str
    waited_for_by: tuple[Initiative, ...]
    excludes: tuple[Initiative, ...]  # whichever of the two says so


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan that was accepted, with the work in the order of its start."""

    accepted: Approval | None
    chosen: tuple[tuple[Chosen, Initiative], ...]
    not_now: tuple[tuple[NotNow, Initiative], ...]


def build(answers: Answers, words: Words) -> Iterator[Page]:
    """Build the page, unless there is nothing to choose from, or by."""
    strategy, ranking = answers.strategy, answers.ranking
    nos = list(_nos(answers))
    if not strategy.initiatives and not strategy.principles and not nos:
        return
    data = {
        "ranking": ranking,
        "scoring": strategy.scoring,
        "decided": [_line(answers, entry) for entry in ranking.decided],
        "running": [_line(answers, entry) for entry in ranking.running],
        "nos": nos,
        "plan": _plan(strategy),
        "initiatives": [
            _initiative(strategy, words, one)
            for one in sorted(strategy.initiatives.values(), key=lambda one: is_given_up(strategy, one))
        ],
    }
    yield Page("choices.html", words["pages"]["choices"], "choices", data)


def _line(answers: Answers, entry: Entry) -> Line:
    parts = entry.result.parts if entry.result else {}
    columns = answers.ranking.columns
    return Line(entry, place(entry), note(entry), tuple(parts.get(column.id) for column in columns))


def _nos(answers: Answers) -> Iterator[No]:
    """Give what the strategy says no to: the mission's list, the scope's, and initiatives put aside or stopped.

    An initiative that one of the lists names is not said no to a second time.
    """
    strategy = answers.strategy
    named: set[str] = set()
    for refusal in strategy.mission.will_not if strategy.mission else ():
        if refusal.what:
            yield No(refusal.what, refusal.why or "", refusal.asked_by or "", refusal.revisit)
        named |= {one.id for one in strategy.find_all("initiatives", refusal.initiatives)}
    for exclusion in strategy.manifest.out_of_scope:
        if exclusion.what:
            yield No(exclusion.what, exclusion.why or "", "")
        named |= {one.id for one in strategy.find_all("initiatives", exclusion.initiatives)}
    for one in strategy.initiatives.values():
        if is_given_up(strategy, one) and one.id not in named:
            later = one.choice.decision == "later"
            yield No(one.title, one.choice.reason or "", "", one.choice.revisit, one, later)


def _plan(strategy: Strategy) -> PlanView | None:
    """Give the accepted plan; None where there is none. Lines about initiatives that nobody knows are left out."""
    plan = strategy.plan
    if plan is None:
        return None
    chosen = [(one, work) for one in plan.chosen for work in strategy.find_all("initiatives", [one.initiative or ""])]
    chosen.sort(key=lambda line: tuple(when.first if when else date.max for when in (line[0].start, line[0].finish)))
    left = [(one, work) for one in plan.not_now for work in strategy.find_all("initiatives", [one.initiative or ""])]
    return PlanView(plan.accepted, tuple(chosen), tuple(left)) if plan.accepted or chosen or left else None


def _initiative(strategy: Strategy, words: Words, one: Initiative) -> InitiativeView:
    excluded = {other.id: other for other in strategy.find_all("initiatives", one.excludes)}
    excluded |= {other.id: other for other in strategy.linking_to(one, "initiatives", "excludes")}
    waiting = strategy.linking_to(one, "initiatives", "depends_on")
    return InitiativeView(one, _cost(words, strategy, one), waiting, tuple(excluded.values()))


def _cost(words: Words, strategy: Strategy, initiative: Initiative) -> str:
    """Say what an initiative costs, in words; empty where nobody has said."""
    cost, said = initiative.cost, words["choices"]["cost_parts"]
    if cost is None:
        return ""
    sums = ((said["capital"], cost.capital), (said["revenue"], cost.revenue), (said["recurrent"], cost.recurrent))
    currency = strategy.manifest.currency
    return ", ".join(fill(text, sum=money(currency, amount)) for text, amount in sums if amount)
