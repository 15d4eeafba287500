"""The rule about decisions already made: what comes when one no longer holds?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.read.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.decision import Decision
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.kinds.technology import Technology
    from digistrat.model.strategy import Strategy


def overdue_decision(strategy: Strategy) -> Iterator[Fault]:
    """A decision that held until a day that has passed, and that nothing followed.

    Why: people go on as if it still held, and nobody has said that it does. What follows it is a later decision or
    other work on the same things, or their end.

    Bad:
        # decisions.yaml
        - id: letters-first
          until: 2026-09  # <-
          …

    Good:
          until: 2027-09
    """
    if not strategy.is_whole("decisions", "initiatives", "technology"):
        return
    overdue = [one for one in strategy.decisions.values() if one.until and one.until.last < strategy.as_of]
    since = _Since(strategy) if overdue else None
    for decision in overdue:
        if since and _is_known(strategy, decision) and not since.has_followed(decision):
            message = f"decision {decision.id!r} held until {decision.until}, and nothing followed; say what holds now"
            yield Fault(decision.at("until"), message, "a later 'until', or a new decision on the same things")


def _is_known(strategy: Strategy, decision: Decision) -> bool:
    """Tell whether all that it names is there."""
    named = len(decision.initiatives) + len(decision.rules_out) + len(decision.technology)
    return len(_about(strategy, decision)) == named


def _about(strategy: Strategy, decision: Decision) -> tuple[Initiative | Technology, ...]:
    """Give all that a decision is about."""
    work: tuple[Initiative, ...] = strategy.find_all("initiatives", (*decision.initiatives, *decision.rules_out))
    tools: tuple[Technology, ...] = strategy.find_all("technology", decision.technology)
    return (*work, *tools)


class _Since:
    """What came when: the last decisions by what they are about, and the work that goes on by its technology."""

    def __init__(self, strategy: Strategy) -> None:
        self._strategy = strategy
        self._until: dict[str, date] = {}  # the last day until which some decision holds
        self._made: dict[str, date] = {}  # the last day on which one was made
        for one in strategy.decisions.values():
            for subject in {*self._subjects(one), _kind(one)}:
                self._until[subject] = max(
                    self._until.get(subject, date.min), one.until.last if one.until else date.min
                )
                self._made[subject] = max(self._made.get(subject, date.min), one.made.first if one.made else date.min)
        self._work: dict[str, list[str]] = {}
        for work in strategy.initiatives.values():
            for tool in strategy.find_all("technology", work.technology) if not is_given_up(strategy, work) else ():
                self._work.setdefault(tool.address, []).append(work.address)

    def has_followed(self, decision: Decision) -> bool:
        """Tell whether something came after it, or nothing has to because what it is about has ended.

        What comes after it is a later decision on the same things, or of the same kind if it is about nothing in
        particular, or other work on the same technology.
        """
        until = decision.until.last if decision.until else date.max
        made = decision.made.first if decision.made else until
        subjects = self._subjects(decision)
        later = any(self._until[one] > until or self._made[one] > made for one in subjects or {_kind(decision)})
        other_work = any(one not in subjects for tool in subjects for one in self._work.get(tool, ()))
        return later or other_work or self._has_ended(decision)

    def _has_ended(self, decision: Decision) -> bool:
        """Tell whether all the work that it settles is over, or all the technology that it is about is gone."""
        work: tuple[Initiative, ...] = self._strategy.find_all("initiatives", decision.initiatives)
        tools: tuple[Technology, ...] = self._strategy.find_all("technology", decision.technology)
        over = bool(work) and all(one.is_over for one in work)
        return over or (bool(tools) and all(one.status == "retired" for one in tools))

    def _subjects(self, decision: Decision) -> set[str]:
        return {one.address for one in _about(self._strategy, decision)}


def _kind(decision: Decision) -> str:
    """Name the subject of a decision that is about nothing in particular."""
    return f"any {decision.kind}"
