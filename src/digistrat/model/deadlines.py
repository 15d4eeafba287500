"""When commitments fall due: dates as written, and deadlines that wait for something else, resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digistrat.model.values.date import Date, day
from digistrat.model.values.deadline import AFTER, After, Deadline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digistrat.model.kinds.commitment import Commitment
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
    initiative = strategy.find("initiatives", id)
    finish: Date | None = initiative.finish if initiative else None
    return finish
