"""What the strategy says no to, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.answers import Answers
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.values.date import Date


@dataclass(frozen=True, slots=True)
class No:
    """Something that is not being done; `initiative` where it was one."""

    what: str
    why: str
    asked_by: str
    revisit: Date | None = None
    initiative: Initiative | None = None
    later: bool = False


def noes(answers: Answers) -> Iterator[No]:
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
