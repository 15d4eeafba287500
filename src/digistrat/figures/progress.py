"""How a commitment stands on a day: what its updates say, whether it is late or silent, how often it slipped."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic_core import PydanticCustomError

from digistrat.model.values.date import Date, parse_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment, CommitmentStatus, Update
    from digistrat.model.strategy import Strategy
    from digistrat.model.values.context import Context

State = Literal["delivered", "dropped", "late", "silent", "at risk", "not started", "on track", "no update yet"]
SILENT_AFTER = 90  # days; the manifest's lint.silent_after says otherwise
_SAID: dict[CommitmentStatus, State] = {
    "delivered": "delivered",
    "dropped": "dropped",
    "late": "late",
    "at-risk": "at risk",
    "not-started": "not started",
    "on-track": "on track",
    "changed": "on track",
}


class Heard(NamedTuple):
    """An update that had happened by the strategy's day, and where it stands among all updates."""

    place: int
    update: Update
    date: Date | None


def heard(strategy: Strategy, commitment: Commitment) -> list[Heard]:
    """Give the updates up to the strategy's day, oldest first, those without a date before all others.

    Of two on one day the one written later comes last.
    """
    known = [
        Heard(place, update, update.date)
        for place, update in enumerate(commitment.updates)
        if update.date is None or update.date.first <= strategy.as_of
    ]
    return sorted(known, key=lambda one: one.date.last if one.date else date.min)


def last_status(strategy: Strategy, commitment: Commitment) -> Heard | None:
    """Give the newest update that says a status."""
    return next((one for one in reversed(heard(strategy, commitment)) if one.update.status), None)


def is_closed(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether it is delivered or dropped: nobody waits for it any more."""
    last = last_status(strategy, commitment)
    return last is not None and last.update.status in {"delivered", "dropped"}


def is_dropped(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether nobody means to keep it any more."""
    last = last_status(strategy, commitment)
    return last is not None and last.update.status == "dropped"


def is_past_due(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether its last day has gone by."""
    due = strategy.due(commitment)
    return due is not None and due.last < strategy.as_of


def silent_since(strategy: Strategy, commitment: Commitment) -> date | None:
    """Give the day from which nobody has said anything for too long, or None where somebody did.

    Without any update the days count from the approval, before which nobody has to report.
    """
    said = [one.date.last for one in heard(strategy, commitment) if one.date]
    since = min(said[-1], strategy.as_of) if said else _approved(strategy)
    if since is None:
        return None
    allowed = strategy.manifest.lint.silent_after
    days = SILENT_AFTER if allowed is None else allowed
    if commitment.standing and commitment.every:
        days = max(days, commitment.every.days)
    return since if strategy.as_of - since > timedelta(days) else None


def _approved(strategy: Strategy) -> date | None:
    manifest = strategy.manifest
    if manifest.status != "approved" or not (manifest.approved and manifest.approved.date):
        return None
    return manifest.approved.date.last


def state(strategy: Strategy, commitment: Commitment) -> State:
    """Say in two words how it stands: what was delivered or dropped, then lateness, silence, and what was said."""
    last = last_status(strategy, commitment)
    said = _SAID[last.update.status] if last and last.update.status else None
    if said in {"delivered", "dropped"}:
        return said
    if is_past_due(strategy, commitment):
        return "late"
    if silent_since(strategy, commitment):
        return "silent"
    return said or "no update yet"


class Slip(NamedTuple):
    """One time that the date was put off: its place in `changes`, from when, to when."""

    place: int
    before: Date
    after: Date


def slips(commitment: Commitment, context: Context) -> Iterator[Slip]:
    """Give every change of `due` to a later last day, in the order written."""
    for place, change in enumerate(commitment.changes):
        if change.field != "due":
            continue
        try:
            before, after = parse_date(change.before, context), parse_date(change.after, context)
        except PydanticCustomError:
            continue  # a change in words: nothing to compare
        if after.last > before.last:
            yield Slip(place, before, after)
