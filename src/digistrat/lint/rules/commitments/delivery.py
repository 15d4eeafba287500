"""Rules about keeping a commitment: is somebody at work, has anybody heard of it, and is what they say true?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from digistrat.figures.live import is_given_up
from digistrat.figures.pace import goal, pace, readings
from digistrat.figures.progress import Heard, heard, is_closed, is_past_due, last_status, silent_since
from digistrat.figures.scales import doubtful_commitments
from digistrat.lint.rules.commitments.due import is_contested, later_targets
from digistrat.read.fault import Fault, Related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digistrat.model.kinds.commitment import Commitment
    from digistrat.model.strategy import Strategy


def overdue_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise whose date has passed and that is neither delivered nor dropped.

    Why: either it was kept and nobody said so, or it was not and nobody decided what then.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          due: 2026-10  # <-
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}
          updates: {date: 2026-10-20, status: on-track}
          …

    Good:
        due: 2026-12
    """
    for commitment in strategy.commitments.values():
        due = strategy.due(commitment)
        last = last_status(strategy, commitment)
        if due is None or is_closed(strategy, commitment) or not is_past_due(strategy, commitment):
            continue
        if is_contested(strategy, commitment):
            continue
        if last and _says_otherwise(strategy, commitment, last):
            continue
        message = f"was due {due.in_words} and is neither delivered nor dropped"
        help = "say which, or set a new date and write the change into 'changes', with the reason"
        yield Fault(commitment.at("due"), message, help)


def status_disagrees(strategy: Strategy) -> Iterator[Fault]:
    """A last update that the date, the value or an earlier delivery contradicts.

    Why: whoever reads only the status is told something that the strategy itself denies.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          due: 2026-09
          measure: {name: Letters sent on the day, unit: letters, baseline: 310, target: 900}
          updates: {date: 2026-11-01, status: on-track}  # <-
          …

    Good:
        updates: {date: 2026-11-01, status: delivered, value: 912, evidence: Letters audit}
    """
    for commitment in strategy.commitments.values():
        last = last_status(strategy, commitment)
        said = _says_otherwise(strategy, commitment, last) if last else ""
        if last and said:
            yield Fault(commitment.at("updates", last.place, "status"), said, "mend whichever of the two is wrong")


def _says_otherwise(strategy: Strategy, commitment: Commitment, last: Heard) -> str:
    """Say what contradicts a commitment's last status, or nothing."""
    status, due = last.update.status, strategy.due(commitment)
    if status == "delivered":
        return _falls_short(strategy, commitment, last)
    if status == "dropped":
        return ""
    is_early = status in {"not-started", "on-track"} and not is_contested(strategy, commitment)
    if is_early and due and last.date and last.date.first > due.last:
        return f"{status!r} on {last.date.in_words}, after it was due ({due.in_words})"
    earlier = [one for one in heard(strategy, commitment) if one.update.status == "delivered" and one.date]
    if earlier and earlier[-1].date and status not in {"late", "changed"}:  # late again is overdue
        return f"{status!r} after it was delivered on {earlier[-1].date.in_words}"
    return ""


def _falls_short(strategy: Strategy, commitment: Commitment, last: Heard) -> str:
    """Say that something delivered was measured since and has not reached its target, or nothing."""
    since = last.date.first if last.date else strategy.as_of
    for gauge in commitment.measure:
        aim = goal(strategy, commitment, gauge)
        measured = [one.value for one in readings(strategy, commitment, gauge) if one.day >= since]
        if aim and aim.target and measured and not aim.target.is_reached_by(measured[-1], rises=aim.rises):
            return f"'delivered' at {measured[-1]:f}, short of the target of {aim.target}"
    return ""


def silent_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise of which nobody has said anything for 90 days, or `lint.silent_after` days.

    Why: silence is how promises are broken.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          updates: {date: 2026-08-01, status: on-track}  # <-
          …

    Good:
        updates: {date: 2026-11-01, status: on-track}
    """
    for commitment in strategy.commitments.values():
        since = silent_since(strategy, commitment)
        if since is None or is_closed(strategy, commitment) or is_past_due(strategy, commitment):
            continue  # who is overdue is told so once
        said = [one for one in heard(strategy, commitment) if one.date]
        days = (strategy.as_of - since).days
        at = commitment.at("updates", said[-1].place) if said else commitment.at("updates")
        ahead = "; what is dated ahead does not count yet" if len(said) < len(commitment.updates) else ""
        help = f"add an update{ahead or ('' if said else ': there is none since the strategy was approved')}"
        yield Fault(at, f"nothing heard of {commitment.id!r} for {days} days", help)


def delivered_without_evidence(strategy: Strategy) -> Iterator[Fault]:
    """A promise that is said to be delivered, with no evidence in any of its updates.

    Why: everybody else will ask how one knows.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          updates: {date: 2026-11-01, status: delivered}  # <-
          …

    Good:
        updates: {date: 2026-11-01, status: delivered, evidence: Letters audit of October 2026}
    """
    for commitment in strategy.commitments.values():
        last = last_status(strategy, commitment)
        if last is None or last.update.status != "delivered":
            continue
        if not any(one.update.evidence for one in heard(strategy, commitment)):
            at = commitment.at("updates", last.place, "status")
            yield Fault(at, f"{commitment.id!r} is delivered, but no update gives evidence; add 'evidence'")


_ENOUGH = Decimal("0.25")  # of the time has to be gone before a pace says anything
_TOO_FAST = 2  # times the pace so far


def unrealistic_pace(strategy: Strategy) -> Iterator[Fault]:
    """A measure that would have to move more than twice as fast as it has so far.

    Why: after a quarter of the time and two readings this is no bad start any more.

    Bad:
        # commitments.yaml
        - id: same-day-letters
          measure: letters-sent  # <-
          updates:
            - {date: 2026-09-30, status: on-track, value: 62}
            - {date: 2026-11-01, status: on-track, value: 63}
          …

    Good:
        measure: {name: Letters sent, unit: "%", of: letters, baseline: {value: 60, date: 2026-03}, target: 66}
    """
    doubtful = doubtful_commitments(strategy)
    for commitment in strategy.commitments.values():
        if is_closed(strategy, commitment) or is_past_due(strategy, commitment):
            continue
        if is_contested(strategy, commitment) or any(later_targets(strategy, commitment)):
            continue  # with another date there is another pace
        if commitment.id in doubtful:
            continue
        for index, gauge in enumerate(commitment.measure):
            speed = pace(strategy, commitment, gauge)
            if (
                speed is None
                or speed.share_of_time < _ENOUGH
                or speed.needed <= max(speed.so_far, Decimal(0)) * _TOO_FAST
            ):
                continue
            times = f"{speed.needed / speed.so_far:.1f} times as fast as so far" if speed.so_far > 0 else "at all"
            message = f"the measure of {commitment.id!r} has to move {times}"
            yield Fault(commitment.at("measure", index), message, "change the work, the target or the date")


def unresourced_commitment(strategy: Strategy) -> Iterator[Fault]:
    """A promise that no initiative delivers.

    Why: nobody is doing the work, or nobody can see who is.

    Bad:
        # commitments.yaml
        - id: same-day-letters  # <-
          … without initiatives

    Good:
        - id: same-day-letters
          initiatives: e-letters
    """
    for commitment in strategy.commitments.values():
        at_work = [
            one for one in strategy.find_all("initiatives", commitment.initiatives) if not is_given_up(strategy, one)
        ]
        unknown = [id for id in commitment.initiatives if strategy.find("initiatives", id) is None]
        if at_work or unknown or is_closed(strategy, commitment):
            continue
        related = tuple(
            Related(one.at("status" if one.status == "stopped" else "choice"), f"{one.id!r} will not be done")
            for one in strategy.find_all("initiatives", commitment.initiatives)
        )
        message = f"no initiative delivers {commitment.id!r}; name one under 'initiatives'"
        yield Fault(commitment.at("initiatives"), message, related=related)
