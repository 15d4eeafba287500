"""Whether work is off track and keeps being so, and whether anybody has said stop or go on since."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from digistrat.model.kinds.initiative import Initiative, WorkUpdate
    from digistrat.model.strategy import Strategy

# What people write for work that does not go as planned; at risk is not yet off track.
_OFF_TRACK = frozenset(
    {"off-track", "red", "late", "delayed", "overdue", "behind", "behind-schedule", "behind-plan", "stalled", "failing"}
)


class Said(NamedTuple):
    """An update that says how the work stood, and where it stands among all updates."""

    place: int
    update: WorkUpdate


def said(strategy: Strategy, initiative: Initiative) -> list[Said]:
    """Give the updates with a status up to the strategy's day, oldest first, those without a date before all others."""
    known = [
        Said(place, update)
        for place, update in enumerate(initiative.updates)
        if update.status and not (update.date and update.date.first > strategy.as_of)
    ]
    return sorted(known, key=lambda one: one.update.date.last if one.update.date else date.min)


def is_off_track(update: WorkUpdate) -> bool:
    """Tell whether an update says that the work does not go as planned."""
    return "-".join((update.status or "").casefold().replace("-", " ").split()) in _OFF_TRACK


def off_track_twice(strategy: Strategy, initiative: Initiative) -> tuple[Said, Said] | None:
    """Give the last two updates where both say that the work is off track."""
    last = said(strategy, initiative)[-2:]
    if len(last) == 2 and all(is_off_track(one.update) for one in last):  # noqa: PLR2004  (two)
        return last[0], last[1]
    return None


def is_answered(strategy: Strategy, initiative: Initiative, first: WorkUpdate) -> bool:
    """Tell whether somebody chose or decided about it since an update; where no day says so, it may be."""
    decisions = strategy.linking_to(initiative, "decisions")
    answers = [one.made for one in decisions]
    if initiative.choice.date:
        answers.append(initiative.choice.date)
    if first.date is None or None in answers:
        return bool(answers)
    return any(answer.first <= strategy.as_of and answer.last >= first.date.first for answer in answers)
