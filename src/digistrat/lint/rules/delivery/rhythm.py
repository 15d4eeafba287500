"""Rules about the meetings that keep a strategy going: are there any, and do they happen?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.lint.doubt import is_in_doubt
from digistrat.read.fault import Fault
from digistrat.wording import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from digistrat.model.kinds.delivery import Meeting
    from digistrat.model.strategy import Strategy

_KINDS = ("show-and-tell", "progress-review", "reprioritisation", "strategy-review")


def no_rhythm(strategy: Strategy) -> Iterator[Fault]:
    """No meeting at which anybody looks at the strategy again. Some of the four kinds missing is a hint.

    Why: a plan that nobody comes back to is forgotten by the summer, however good it was.

    Bad:
        # delivery.yaml
        changes: {area: planning, then: Plans are looked at each quarter}  # <-

    Good:
        # delivery.yaml
        changes: {area: planning, then: Plans are looked at each quarter}
        rhythm:
          - {kind: show-and-tell, every: 2 weeks}
          - {kind: progress-review, every: monthly}
          - {kind: reprioritisation, every: quarterly}
          - {kind: strategy-review, every: yearly}

    Source: NHS Providers, Building a digital strategy (2021), on rituals that make work visible.
    """
    delivery = strategy.delivery
    if not strategy.is_whole("delivery") or (delivery and is_in_doubt(strategy, delivery.at("rhythm"))):
        return
    known = {meeting.kind for meeting in delivery.rhythm} if delivery else set()
    lacking = [kind for kind in _KINDS if kind not in known]
    at = delivery.at("rhythm") if delivery else strategy.home("delivery")
    if not (delivery and delivery.rhythm):
        message = "no meeting keeps the strategy going; write one under 'rhythm' in delivery.yaml"
        yield Fault(at, message, "rhythm: {kind: progress-review, every: monthly, next: 2027-01}")
    elif lacking:
        message = f"no meeting is of kind {quoted(lacking, 'or')}"
        yield Fault(at, message, "add one, or say of the others what 'kind' they are", level="info")


def rhythm_overdue(strategy: Strategy) -> Iterator[Fault]:
    """A meeting whose day has gone by, and nobody says that it was held.

    Why: the first meeting that is left out without a word is how a rhythm ends.

    Bad:
        # delivery.yaml
        changes: {area: planning, then: Plans are looked at each quarter}
        rhythm:
          - {kind: show-and-tell, every: 2 weeks, last: 2026-11-12}
          - {kind: progress-review, every: monthly, last: 2026-10-08, next: 2026-11-05}  # <-
          - {kind: reprioritisation, every: quarterly, last: 2026-10-08}
          - {kind: strategy-review, every: yearly, last: 2026-09-24}

    Good:
          - {kind: progress-review, every: monthly, last: 2026-11-05, next: 2026-12-03}
    """
    delivery = strategy.delivery
    for index, meeting in enumerate(delivery.rhythm if delivery else ()):
        late = _late(meeting, strategy.as_of)
        if delivery and late:
            key, said = late
            help = "write when it was and when it is next under 'last' and 'next', or take it out"
            yield Fault(delivery.at("rhythm", index, key), f"{meeting.kind or 'a meeting'} {said}", help)


def _late(meeting: Meeting, as_of: date) -> tuple[str, str] | None:
    """Say what is late about a meeting, and under which key; None where nothing is, or the next one lies ahead."""
    last, next, every = meeting.last, meeting.next, meeting.every
    if next and next.last >= as_of:
        return None
    if next and not (last and last.last >= next.first):
        return "next", f"was due {next}, and nobody says that it was held"
    if last and every and (as_of - last.last).days > every.days:
        return "last", f"comes back {_often(str(every))}, and was last held {last}"
    return None


def _often(every: str) -> str:
    return f"every {every.removeprefix('1 ')}" if every[0].isdigit() else every
