"""How a commitment stands on a day: what its updates say, whether it is late or silent, how often it slipped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

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


def updates(commitment: Commitment) -> list[Update]:
    """Give the dated updates, oldest first; of two on one day the one written later comes last."""
    dated = [update for update in commitment.updates if update.date]
    return sorted(dated, key=lambda update: update.date.last)  # type: ignore[union-attr]  # only dated ones are left


def last_status(commitment: Commitment) -> Update | None:
    """Give the newest update that says a status; without dates, the one written last."""
    said = [update for update in updates(commitment) if update.status]
    undated = [update for update in commitment.updates if update.status and not update.date]
    known = said or undated
    return known[-1] if known else None


def is_closed(commitment: Commitment) -> bool:
    """Tell whether it is delivered or dropped: nobody waits for it any more."""
    last = last_status(commitment)
    return last is not None and last.status in {"delivered", "dropped"}


def is_past_due(strategy: Strategy, commitment: Commitment) -> bool:
    """Tell whether its last day has gone by."""
    due = strategy.due(commitment.due)
    return due is not None and due.last < strategy.as_of


def silent_since(strategy: Strategy, commitment: Commitment) -> date | None:
    """Give the day from which nobody has said anything for too long, or None where somebody did.

    Without any update the days count from the approval, before which nobody has to report.
    """
    said = updates(commitment)
    heard = said[-1].date.last if said and said[-1].date else _approved(strategy)
    if heard is None:
        return None
    allowed = strategy.manifest.lint.silent_after
    days = SILENT_AFTER if allowed is None else allowed
    if commitment.standing and commitment.every:
        days = max(days, commitment.every.days)
    return heard if strategy.as_of - heard > timedelta(days) else None


def _approved(strategy: Strategy) -> date | None:
    manifest = strategy.manifest
    if manifest.status != "approved" or not (manifest.approved and manifest.approved.date):
        return None
    return manifest.approved.date.last


def state(strategy: Strategy, commitment: Commitment) -> State:
    """Say in two words how it stands: what was delivered or dropped, then lateness, then silence, then what was said."""
    last = last_status(commitment)
    if is_closed(commitment) and last and last.status:
        return _SAID[last.status]
    if is_past_due(strategy, commitment):
        return "late"
    if silent_since(strategy, commitment):
        return "silent"
    return _SAID[last.status] if last and last.status else "no update yet"


@dataclass(frozen=True, slots=True)
class Slip:
    """One time that the date was put off: where in `changes`, from when, to when."""

    index: int
    before: Date
    after: Date


def slips(commitment: Commitment, context: Context) -> Iterator[Slip]:
    """Give every change of `due` to a later last day, in the order written."""
    for index, change in enumerate(commitment.changes):
        if change.field != "due":
            continue
        try:
            before, after = parse_date(change.before, context), parse_date(change.after, context)
        except PydanticCustomError:
            continue  # a change in words: nothing to compare
        if after.last > before.last:
            yield Slip(index, before, after)
