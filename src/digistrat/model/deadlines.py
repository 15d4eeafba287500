"""When commitments fall due: dates as written, and deadlines that wait for something else, resolved."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from digistrat.model.values.date import Date, day, months_later
from digistrat.model.values.deadline import AFTER, After, Deadline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.kinds.initiative import Initiative
    from digistrat.model.strategy import Strategy


def resolve(strategy: Strategy) -> Mapping[str, Date | None]:
    """Give each commitment's date by id; None where it has none, or waits in a circle or for something undated."""
    dues: dict[str, Date | None] = {}
    for start in strategy.commitments.values():
        waiting: dict[str, tuple[Commitment, After]] = {}  # what waits for the next, without any recursion
        one: Commitment | None = start
        while one and one.id not in dues and one.id not in waiting:
            if isinstance(one.due, After):
                waiting[one.id] = one, one.due
                one = _awaited(strategy, one.due.after, one)
            else:
                dues[one.id] = one.due
        for id, (commitment, deadline) in reversed(waiting.items()):
            dues[id] = _after(strategy, deadline, dues, commitment)
    return dues


def _awaited(strategy: Strategy, id: str, by: Commitment | None = None) -> Commitment | None:
    """Give the commitment that is waited for; one that names itself means the decision or initiative of that name."""
    found: Commitment | None = strategy.find("commitments", id)
    is_other = found is not None and found is by and any(strategy.knows(name, id) for name in AFTER)
    return None if is_other else found


def when(strategy: Strategy, deadline: Deadline | None, dues: Mapping[str, Date | None]) -> Date | None:
    """Give the date of any deadline; None where nothing says it."""
    return _after(strategy, deadline, dues) if isinstance(deadline, After) else deadline


def _after(
    strategy: Strategy, deadline: After, dues: Mapping[str, Date | None], by: Commitment | None = None
) -> Date | None:
    commitment = _awaited(strategy, deadline.after, by)
    base = dues.get(commitment.id) if commitment else _date_of(strategy, deadline.after)
    try:
        return day(deadline.counted_from(base)) if base else None
    except (ValueError, OverflowError):  # past the end of the calendar
        return None


def _date_of(strategy: Strategy, id: str) -> Date | None:
    """Give the day a decision is made, or an initiative ends; where both have the id, the decision's."""
    decision = strategy.find("decisions", id)
    if decision:
        made: Date | None = decision.made
        return made
    initiative: Initiative | None = strategy.find("initiatives", id)
    if initiative is None or initiative.finish:
        return initiative.finish if initiative else None
    end = last_day(initiative)
    return day(end) if end else None


_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def last_day(initiative: Initiative) -> date | None:
    """Give the day on which work ends: of its `finish`, or of its `duration` from its start; None where not known.

    A duration of months begins with the whole first month: nine months from 15 January end with September.
    """
    start, finish, duration = initiative.start, initiative.finish, initiative.duration
    if finish:
        return finish.last if start is None or start.first <= finish.last else None
    if not (start and duration):
        return None
    try:
        if duration.unit in _MONTHS:
            return months_later(start.first.replace(day=1), duration.number * _MONTHS[duration.unit]) - timedelta(1)
        return start.first + timedelta(duration.days - 1)
    except (ValueError, OverflowError):  # past the end of the calendar
        return date.max
